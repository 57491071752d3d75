@echo off
rem The command line of the application beside it. That is a program of windows: a terminal neither waits for it nor shows what it prints.
setlocal
set "printed=%TEMP%\inp-%RANDOM%%RANDOM%"
start "" /b /wait "%~dp0seances-inp.exe" --log-level=3 --inp %* > "%printed%.out" 2> "%printed%.err"
set "status=%ERRORLEVEL%"
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 > nul
type "%printed%.out"
type "%printed%.err" 1>&2
chcp %page% > nul
del "%printed%.out" "%printed%.err"
exit /b %status%
