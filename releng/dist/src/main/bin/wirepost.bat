@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Copyright (c) 2026 the Wirepost authors
rem
rem Starts Wirepost with the Java of JAVA_HOME, or else of PATH.
rem
rem   WIREPOST_JAVA_OPTS           options for Java, e.g. -Xmx256m
rem   WIREPOST_CLASS_ARCHIVE=off   do without the archive of classes that makes starts faster
setlocal EnableExtensions DisableDelayedExpansion

for %%h in ("%~dp0..") do set "wp_home=%%~fh"

set "wp_java=java.exe"
set "wp_version="
if not defined JAVA_HOME goto ask
set "wp_java=%JAVA_HOME%\bin\java.exe"
if not exist "%wp_java%" (
    echo wirepost: JAVA_HOME is '%JAVA_HOME%', where there is no bin\java.exe: set it to the folder of Java 17 or later, or unset it>&2
    exit /b 78
)
if exist "%JAVA_HOME%\release" for /f "usebackq tokens=2 delims==" %%v in (`findstr /b JAVA_VERSION^= "%JAVA_HOME%\release"`) do set "wp_version=%%~v"
if defined wp_version goto check

:ask
where /q "%wp_java%" 2>nul
if errorlevel 1 if not exist "%wp_java%" (
    echo wirepost: there is no Java: install Java 17 or later, or set JAVA_HOME>&2
    exit /b 78
)
for /f "tokens=3" %%v in ('""%wp_java%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined wp_version set "wp_version=%%~v"

:check
set "wp_major=0"
for /f "delims=.-+_" %%m in ("%wp_version%") do set "wp_major=%%m"
if %wp_major% LSS 17 (
    echo wirepost: %wp_java% is Java %wp_version%: install Java 17 or later and set JAVA_HOME to its folder>&2
    exit /b 78
)

set "wp_cache="
if defined LOCALAPPDATA set "wp_cache=%LOCALAPPDATA%\wirepost\cache"
if defined WIREPOST_HOME for %%h in ("%WIREPOST_HOME%") do set "wp_cache=%%~fh\cache"

set "wp_launcher="
for %%j in ("%wp_home%\lib\org.wirepost.launcher-*.jar") do set "wp_launcher=%%~fj"

set "wp_kind="
set wp_size=-Xmx64m -XX:CompileThresholdScaling=3
if not "%~1"=="desktop" goto sized
set "wp_kind=-desktop"
set wp_size=-Xmx256m

:sized
set wp_options=%wp_size% -Xshare:auto -Xlog:disable -XX:-UsePerfData -Djava.awt.headless=true "-Djdk.serialFilter=!*"
echo "%WIREPOST_JAVA_OPTS%" | findstr /c:"GC" >nul || set wp_options=%wp_options% -XX:+UseSerialGC
if %wp_major% GEQ 23 set wp_options=%wp_options% --sun-misc-unsafe-memory-access=allow

if not defined wp_cache goto run
if /i "%WIREPOST_CLASS_ARCHIVE%"=="off" goto run
for %%j in ("%wp_launcher%") do set "wp_archive=%wp_cache%\classes\java-%wp_version%-%%~nj-%%~zj%wp_kind%.jsa"
set wp_options=%wp_options% "-Dwirepost.class.archive=%wp_archive%"
if exist "%wp_archive%" set wp_options=%wp_options% "-XX:SharedArchiveFile=%wp_archive%"
if exist "%wp_archive%" goto run
if not defined wp_kind goto run
set "wp_recording=%wp_archive%.%RANDOM%%RANDOM%"
set wp_options=%wp_options% "-XX:ArchiveClassesAtExit=%wp_recording%" "-Dwirepost.class.recording=%wp_recording%"

:run
"%wp_java%" %wp_options% %WIREPOST_JAVA_OPTS% -jar "%wp_launcher%" %*
exit /b %ERRORLEVEL%
