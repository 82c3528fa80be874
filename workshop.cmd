@echo off
rem The companion of the workshop: finds a JDK, builds the companion if it is absent or older than its sources, starts it.
rem WORKSHOP_JDKS: folders in which to look for JDKs, separated by semicolons, in place of the usual ones.
setlocal
set "NEEDED=25"
set "ROOT=%~dp0"
set "JAR=%ROOT%tools\companion\target\companion.jar"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "tokens=2 delims==" %%h in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do for /f "tokens=*" %%p in ("%%h") do call :try "%%p"
if not defined JDK if defined WORKSHOP_JDKS for %%f in ("%WORKSHOP_JDKS:;=" "%") do call :tryall %%f
if not defined JDK if not defined WORKSHOP_JDKS (
    for %%f in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do call :tryall "%ProgramFiles%\%%~f"
    for %%f in (.sdkman\candidates\java .jdks .m2\jdks) do call :tryall "%USERPROFILE%\%%f"
)
if not defined JDK (
    echo This workshop needs a JDK %NEEDED% or newer: install one, for example from https://adoptium.net, and run this again.>&2
    exit /b 1
)
set "JAVA_HOME=%JDK%"

call :fresh
if errorlevel 1 call :build
if errorlevel 1 exit /b 1

"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%JAR%" %*
exit /b %errorlevel%

rem Each folder in this folder may be a JDK.
:tryall
for /d %%d in ("%~1\*") do call :try "%%d"
exit /b 0

rem Takes this folder if it is a JDK that is new enough, and none was taken before.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=.^-^+^" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do if %%v geq %NEEDED% set "JDK=%~1"
exit /b 0

:fresh
if not exist "%JAR%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $poms = @($env:ROOT + 'pom.xml'); $folders = @(); foreach ($m in 'tools\companion', 'tools\lab', 'tools\room', 'foundation\testkit', 'foundation\model', 'foundation\plumbing') { $poms += $env:ROOT + $m + '\pom.xml'; $folders += $env:ROOT + $m + '\src\main' }; $sources = @(Get-Item -LiteralPath ($poms + $folders)) + @(Get-ChildItem -LiteralPath $folders -Recurse); if ($sources | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }"
exit /b %errorlevel%

:build
set "FIRST_TIME="
if not exist "%JAR%" set "FIRST_TIME= (first time: downloads about 110 MB)"
echo Building the workshop ...%FIRST_TIME%>&2
set "LOG=%TEMP%\workshop-build-%RANDOM%.log"
pushd "%ROOT%"
call mvnw.cmd -q -B -ntp -Dstyle.color=never -pl tools/companion -am -DskipTests package >"%LOG%" 2>&1
set "STATUS=%errorlevel%"
popd
if not "%STATUS%"=="0" (
    echo The workshop's companion does not build:>&2
    findstr /r /c:"ERROR.*\.java:" /c:"Failed to execute goal" "%LOG%" >&2 || type "%LOG%" >&2
    del "%LOG%"
    exit /b 1
)
del "%LOG%"
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"
exit /b 0
