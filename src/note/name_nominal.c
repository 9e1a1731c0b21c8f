/* Titles and definite nouns that stand for a bearer. */
#include "note/names.h"

void name_nominals(name_finder *f) { (void)f; }
