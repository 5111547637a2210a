# Installs what package-lock.json names and keeps the few files that Menura uses.
# cmake -D NPM=... -D MANIFEST=(folder of package.json) -D WORK=... -D BUNDLE=(what is bundled)
#       -D GITHUB_API=(where that document goes, or empty) -D REQUIRED=AUTO|ON -P fetch.cmake

set(files
    node_modules/swagger-ui-dist/swagger-ui-bundle.js swagger-ui-bundle.js
    node_modules/swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt swagger-ui-bundle.js.LICENSE.txt
    node_modules/swagger-ui-dist/swagger-ui.css swagger-ui.css
    node_modules/swagger-ui-dist/LICENSE swagger-ui.LICENSE
    node_modules/swagger-ui-dist/NOTICE swagger-ui.NOTICE
    node_modules/redoc/bundles/redoc.standalone.js redoc.standalone.js
    node_modules/redoc/bundles/redoc.standalone.js.LICENSE.txt redoc.standalone.js.LICENSE.txt
    node_modules/redoc/LICENSE redoc.LICENSE)

function(write_collection)
    set(lines "<RCC><qresource prefix=\"/menura/web\">\n")
    foreach(name IN LISTS ARGN)
        string(APPEND lines "<file>${name}</file>\n")
    endforeach()
    file(WRITE "${BUNDLE}/web.qrc" "${lines}</qresource></RCC>\n")
endfunction()

function(give_up reason)
    if(REQUIRED STREQUAL "ON")
        message(FATAL_ERROR "${reason}")
    endif()
    message(WARNING "${reason}\nSwagger UI and ReDoc are not bundled; /docs and /redoc will say so."
        " The next configuring tries again.")
    file(TOUCH "${WORK}/failed")
    write_collection()
endfunction()

file(REMOVE_RECURSE "${WORK}" "${BUNDLE}")
file(MAKE_DIRECTORY "${WORK}" "${BUNDLE}")
file(COPY "${MANIFEST}/package.json" "${MANIFEST}/package-lock.json" DESTINATION "${WORK}")
set(omit --omit=peer) # the bundles contain what they need
if(NOT GITHUB_API)
    list(APPEND omit --omit=dev)
endif()
execute_process(
    COMMAND "${NPM}" ci ${omit} --ignore-scripts --no-audit --no-fund --prefer-offline
        --fetch-retries=1 --fetch-timeout=120000 --loglevel=error
    WORKING_DIRECTORY "${WORK}"
    RESULT_VARIABLE failure OUTPUT_QUIET ERROR_VARIABLE errors TIMEOUT 600)
if(failure)
    give_up("npm could not install the pages (${failure}): ${errors}")
    return()
endif()

set(names "")
while(files)
    list(POP_FRONT files from name)
    if(NOT EXISTS "${WORK}/${from}")
        give_up("npm's packages do not contain ${from}")
        return()
    endif()
    file(COPY_FILE "${WORK}/${from}" "${BUNDLE}/${name}")
    list(APPEND names "${name}")
endwhile()

# ReDoc shows its maker's logo from a web address; our pages ask nobody but the server itself.
file(READ "${BUNDLE}/redoc.standalone.js" redoc)
string(REPLACE "https://cdn.redoc.ly/redoc/logo-mini.svg" "data:," redoc "${redoc}")
if(redoc MATCHES "cdn\\.redoc")
    give_up("redoc.standalone.js asks for files from another server")
    return()
endif()
file(WRITE "${BUNDLE}/redoc.standalone.js" "${redoc}")

if(GITHUB_API)
    cmake_path(GET GITHUB_API PARENT_PATH folder)
    file(MAKE_DIRECTORY "${folder}")
    file(COPY_FILE "${WORK}/node_modules/@octokit/openapi/generated/api.github.com.json"
        "${GITHUB_API}")
endif()
file(REMOVE_RECURSE "${WORK}/node_modules") # hundreds of megabytes that nothing reads any more
write_collection(${names})
