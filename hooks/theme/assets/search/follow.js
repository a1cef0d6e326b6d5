// An alias leads on by itself where script runs: /r/blr-7-2025/#p12.
"use strict";
location.replace(document.querySelector("main a").href + location.hash);
