#include "isnad/isnad.h"

const char *isnad_version(void) { return "0.1.0"; }
