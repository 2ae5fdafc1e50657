@echo off
rem Runs the program, and builds it first when it is absent or older than its sources.
rem Its twin for POSIX is hub: a change here is a change there (LaunchersTest reads both).
rem CAREPLANHUB_JAVA_OPTS takes the place of the options for Java given here.
setlocal EnableExtensions DisableDelayedExpansion

for /f "tokens=2 delims=:." %%c in ('chcp') do set "hub_codepage=%%c"
chcp 65001 >nul

set "hub_home=%~dp0"
set "hub_home=%hub_home:~0,-1%"
set "hub_jar=%hub_home%\target\careplan-hub.jar"
set "hub_lock=%hub_home%\target\hub-build.lock"
set "hub_started=%hub_home%\target\hub-build.started"
set "hub_java_options=%CAREPLANHUB_JAVA_OPTS%"
if not defined hub_java_options set "hub_java_options=-Xmx512m -XX:+UseSerialGC"
set "hub_exit=2"

call :find_java
if errorlevel 1 goto :end
call :is_built
if not errorlevel 1 goto :run
call :build
if errorlevel 1 goto :end

:run
rem From 24 on Java warns of what the libraries do with memory.
if %hub_version% geq 24 set "hub_java_options=--sun-misc-unsafe-memory-access=allow %hub_java_options%"
"%hub_java%" %hub_java_options% -Dfile.encoding=UTF-8 "-Dcareplanhub.home=%hub_home%" -jar "%hub_jar%" %*
set "hub_exit=%errorlevel%"

:end
chcp %hub_codepage% >nul
exit /b %hub_exit%

:find_java
set "hub_java="
if defined JAVA_HOME (
  set "hub_java=%JAVA_HOME%\bin\java.exe"
  set "hub_javac=%JAVA_HOME%\bin\javac.exe"
) else (
  for %%j in (java.exe) do set "hub_java=%%~$PATH:j"
  for %%j in (javac.exe) do set "hub_javac=%%~$PATH:j"
)
if not exist "%hub_java%" (
  echo hub: Java が見つかりません。JDK 17 以上を入れ、JAVA_HOME か PATH で示してください。>&2
  exit /b 1
)
set "hub_version=0"
set "hub_answer=%TEMP%\hub-%RANDOM%%RANDOM%.txt"
"%hub_java%" -version >"%hub_answer%" 2>&1
for /f "usebackq tokens=2,3" %%a in ("%hub_answer%") do (
  if "%%a"=="version" for /f "delims=.-+" %%m in ("%%~b") do set "hub_version=%%m"
)
del "%hub_answer%"
if %hub_version% lss 17 (
  echo hub: Java の版が古すぎます。JDK 17 以上を JAVA_HOME か PATH で示してください。>&2
  exit /b 1
)
exit /b 0

:is_built
if not exist "%hub_jar%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:hub_jar).LastWriteTime; $sources = @(Get-Item (Join-Path $env:hub_home 'pom.xml')) + @(Get-ChildItem -Recurse (Join-Path $env:hub_home 'src\main')); if ($sources | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }"
exit /b %errorlevel%

rem The lock is a file held open: Windows lets go of it when its holder ends.
:build
if not exist "%hub_javac%" (
  echo hub: 組み立てには JRE ではなく JDK 17 以上が必要です。JAVA_HOME か PATH で示してください。>&2
  exit /b 1
)
if not exist "%hub_home%\target" mkdir "%hub_home%\target"
set "hub_waits="
:take_lock
set "hub_entered="
call :build_alone 8>&2 2>nul 9>"%hub_lock%"
if defined hub_entered exit /b %errorlevel%
if not defined hub_waits echo hub: 別の hub が組み立て中です。終わるまで待ちます。>&2
set "hub_waits=1"
ping -n 2 127.0.0.1 >nul
goto :take_lock

rem The new jar is as old as the start of the build: an edit meanwhile makes the next call build.
:build_alone
set "hub_entered=1"
call :is_built
if not errorlevel 1 exit /b 0
echo hub: プログラムを組み立てます。初回は部品の取り寄せに数分かかります。>&8
echo started >"%hub_started%"
if exist "%hub_jar%" del "%hub_jar%"
pushd "%hub_home%"
call mvnw.cmd -B -q -Pquick -Dmaven.compiler.useIncrementalCompilation=true -Dmaven.test.skip=true package <nul >&8 2>&8
set "hub_build=%errorlevel%"
popd
if not "%hub_build%"=="0" (
  echo hub: 組み立てに失敗しました。上のメッセージを確かめてください。部品の取り寄せにはインターネットが必要です。>&8
  exit /b 1
)
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:hub_jar).LastWriteTime = (Get-Item -LiteralPath $env:hub_started).LastWriteTime"
exit /b 0
