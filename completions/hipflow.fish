# SPDX-License-Identifier: MIT
# fish completion for hipflow. The program itself knows what fits: this asks
# "hipflow __complete N WORD..." and shows the answer.

function __hipflow_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $before[1])
    for line in ($program __complete (count $before) $before "$current" 2>/dev/null)
        if not set -l rules (string match -r '^:(\d+)$' -- $line)
            echo $line
        else if test (math "floor($rules[2] / 4) % 2") = 0
            __fish_complete_path "$current"
        end
    end
end

complete -c hipflow -k -f -a '(__hipflow_complete)'
