# Completion of lnet for fish. Every word that lnet offers is made of a-z, 0-9 and hyphens; its help is only shown.
function __lnet_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -e before[1]
    for line in (_LNET_COMPLETE=fish command lnet $before "$current" 2>/dev/null </dev/null)
        if test "$line" = //files
            set -l option (string match -r -- '^--[^=]*=' "$current")
            for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
                printf '%s\n' "$option$path"
            end
        else
            printf '%s\n' $line
        end
    end
end
complete -c lnet -f -k -a '(__lnet_complete)'
