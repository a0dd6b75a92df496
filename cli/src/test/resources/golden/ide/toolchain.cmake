# X-Hearth-Pet=dev
# X-Hearth-Tool=toolchain
# X-Hearth-Launcher=/opt/hearth/bin/hearth
# X-Hearth-Sum=…
# The compilers of the pet 'dev', on either side. The programs are the same files there, so what CMake
# writes down is right on both.
set(CMAKE_C_COMPILER "/home/ada/.local/share/hearth/toolchains/bin/dev/cc")
set(CMAKE_CXX_COMPILER "/home/ada/.local/share/hearth/toolchains/bin/dev/c++")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON CACHE BOOL "For language servers")

set(hearth_here "")
if(EXISTS "/run/hearth/petenv")
  file(STRINGS "/run/hearth/petenv" hearth_here REGEX "^name=")
endif()
if(NOT hearth_here STREQUAL "name=dev")
  # Headers and libraries of this side are not those that the compilers see; only the home's are.
  set(CMAKE_FIND_ROOT_PATH "/home/ada")
  set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
endif()
