import "../../souffleur-sidebar.ts";
