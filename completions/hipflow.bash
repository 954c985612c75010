# bash completion for hipflow                                             -*- shell-script -*-
# SPDX-License-Identifier: MIT
# The program itself knows what fits: this asks "hipflow __complete N WORD..." and shows the answer.

# Takes the quotes and backslashes off a word as it was typed. Expands nothing.
_hipflow_unquoted() {
    local rest=$1 quote='' char
    REPLY=''
    while [[ $rest ]]; do
        char=${rest:0:1}
        rest=${rest:1}
        if [[ $char == "\\" && $quote != "'" ]]; then
            REPLY+=${rest:0:1}
            rest=${rest:1}
        elif [[ $char == "$quote" ]]; then
            quote=''
        elif [[ -z $quote && $char == [\"\'] ]]; then
            quote=$char
        else
            REPLY+=$char
        fi
    done
}

_hipflow() {
    local line=${COMP_LINE:0:COMP_POINT} typed=() words=() before='' trimmed piece i
    # bash breaks words at ':' and '=' as well: what stands together is put together again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        trimmed=${line#"${line%%[![:space:]]*}"}
        piece=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && piece=$trimmed
        if ((i == 0)) || [[ $line != "$trimmed" ]]; then
            typed+=("$piece")
            before=''
        else
            before=${typed[${#typed[@]} - 1]}
            typed[${#typed[@]} - 1]+=$piece
        fi
        line=${trimmed#"$piece"}
    done
    # Right behind a break nothing of the next word is there yet.
    [[ $piece == [:=] ]] && before+=$piece
    local REPLY
    for piece in "${typed[@]}"; do
        _hipflow_unquoted "$piece"
        words+=("$REPLY")
    done
    local current=${words[${#words[@]} - 1]} quoted=''
    [[ ${typed[${#typed[@]} - 1]#"$before"} == [\"\']* ]] && quoted=1
    _hipflow_unquoted "$before"
    before=$REPLY

    local rules=0 candidate
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :* ]]; then
            rules=${line#:}
            continue
        fi
        candidate=${line%%$'\t'*}
        [[ $candidate == "$current"* ]] || continue
        candidate=${candidate#"$before"}
        [[ $quoted ]] || printf -v candidate '%q' "$candidate"
        COMPREPLY+=("$candidate")
    done < <("${words[0]/#\~\//$HOME/}" __complete "$((${#words[@]} - 1))" "${words[@]}" 2>/dev/null)
    compopt -o nosort 2>/dev/null
    ((rules & 2)) && compopt -o nospace
    ((rules & 4)) || compopt -o default
    return 0
}

complete -F _hipflow hipflow
