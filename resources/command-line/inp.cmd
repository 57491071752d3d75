@echo off
rem The command line of the application beside it. That is a program of windows: a terminal neither waits for it nor shows what it prints.
setlocal
set "printed=%TEMP%\inp-%RANDOM%%RANDOM%.txt"
start "" /b /wait "%~dp0seances-inp.exe" --log-level=3 --inp %* > "%printed%" 2>&1
set "status=%ERRORLEVEL%"
chcp 65001 > nul
type "%printed%"
del "%printed%"
exit /b %status%
