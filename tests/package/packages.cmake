# Makes the Debian packages of this build and looks into them.
# cmake -D BUILD=(build folder) -D CPACK=... -D SOURCE=(repository) -D STUDIO=ON|OFF -P packages.cmake

set(package "${SOURCE}/resources/package")

# run(OUT command...): the command's output; a failure ends the test.
function(run out)
    execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE errors
        RESULT_VARIABLE failure)
    if(failure)
        message(FATAL_ERROR "${ARGN}: ${failure}\n${output}${errors}")
    endif()
    set(${out} "${output}" PARENT_SCOPE)
endfunction()

function(expect text pattern what)
    if(NOT text MATCHES "${pattern}")
        message(SEND_ERROR "${what}: no ${pattern} in\n${text}")
    endif()
endfunction()

# The manual names every verb that the program has.
run(help "${BUILD}/bin/menura" --help)
file(READ "${package}/menura.1" manual)
string(REGEX MATCHALL "\n  [a-z]+ " verbs "${help}")
if(NOT verbs)
    message(FATAL_ERROR "No verb in\n${help}")
endif()
foreach(verb IN LISTS verbs)
    string(STRIP "${verb}" verb)
    expect("${manual}" "\n\\.B ${verb}\n" "menura.1")
endforeach()

# And that of the window every option.
if(STUDIO)
    set(ENV{QT_QPA_PLATFORM} offscreen)
    run(help "${BUILD}/bin/menura-studio" --help)
    file(READ "${package}/menura-studio.1" manual)
    string(REPLACE "\\-" "-" manual "${manual}")
    string(REGEX MATCHALL "\n  [^\n]*--[a-z-]+" options "${help}")
    foreach(option IN LISTS options)
        string(REGEX REPLACE ".*(--[a-z-]+)$" "\\1" option "${option}")
        if(NOT option STREQUAL "--help-all") # Qt's own options
            expect("${manual}" "${option}" "menura-studio.1")
        endif()
    endforeach()
endif()

# What desktops read, as their own tools see it, where they are installed.
find_program(DESKTOP desktop-file-validate)
if(DESKTOP)
    run(ignored "${DESKTOP}" "${package}/menura-studio.desktop")
endif()
find_program(APPSTREAM appstreamcli)
if(APPSTREAM)
    run(ignored "${APPSTREAM}" validate --no-net "${package}/org.menura.studio.metainfo.xml")
endif()

find_program(DPKG_DEB dpkg-deb)
find_program(SHLIBDEPS dpkg-shlibdeps)
if(NOT DPKG_DEB OR NOT SHLIBDEPS)
    message("Skipped: no dpkg-deb or dpkg-shlibdeps to make packages with")
    return()
endif()
set(folder "${BUILD}/packages-of-test")
file(REMOVE_RECURSE "${folder}")
run(ignored "${CPACK}" --config "${BUILD}/CPackConfig.cmake" -B "${folder}" -G DEB)

function(look name control_patterns content_patterns)
    file(GLOB found "${folder}/${name}_*.deb")
    list(LENGTH found count)
    if(NOT count EQUAL 1)
        message(FATAL_ERROR "${count} packages of the name ${name}")
    endif()
    run(control "${DPKG_DEB}" --field "${found}")
    run(contents "${DPKG_DEB}" --contents "${found}")
    foreach(pattern IN LISTS control_patterns)
        expect("${control}" "${pattern}" "${name}'s control file")
    endforeach()
    foreach(pattern IN LISTS content_patterns)
        expect("${contents}" "${pattern}" "${name}")
    endforeach()
    set(control "${control}" PARENT_SCOPE)
endfunction()

look(menura "Package: menura\n;libqt6core6;libqt6httpserver6;libfyaml"
    "\\./usr/bin/menura\n;\\./usr/share/man/man1/menura\\.1;\\./usr/share/doc/menura/copyright")
if(control MATCHES "libqt6(gui|widgets)6")
    message(SEND_ERROR "The command line needs window libraries:\n${control}")
endif()
if(STUDIO)
    look(menura-studio "Package: menura-studio\n;libqt6widgets6;libqt6svg6;qscintilla;fonts-"
        "/bin/menura-studio\n;applications/menura-studio\\.desktop;metainfo/;mime/packages/;apps/menura\\.svg;man1/menura-studio\\.1")
endif()
