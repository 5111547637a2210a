# Configures Menura without the studio and fails if anything in that build is linked with, or
# compiled against, the Gui or Widgets library.
file(REMOVE_RECURSE "${BUILD}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${SOURCE}" -B "${BUILD}" -G "${GENERATOR}"
        -D "CMAKE_CXX_COMPILER=${COMPILER}" -D BUILD_STUDIO=OFF -D BUILD_TESTING=OFF
        -D CMAKE_EXPORT_COMPILE_COMMANDS=ON
    RESULT_VARIABLE failure OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failure)
    message(FATAL_ERROR "Configuring without the studio failed:\n${said}")
endif()

file(GLOB_RECURSE descriptions "${BUILD}/build.ninja" "${BUILD}/compile_commands.json"
    "${BUILD}/link.txt")
if(NOT descriptions)
    message(FATAL_ERROR "No build description found in ${BUILD}")
endif()
foreach(description IN LISTS descriptions)
    file(STRINGS "${description}" lines
        REGEX "Qt6Gui|Qt6Widgets|Qt6PrintSupport|QtGui|QtWidgets|qscintilla")
    if(lines)
        list(GET lines 0 line)
        message(FATAL_ERROR "The headless build uses the windows' libraries: ${line}")
    endif()
endforeach()
