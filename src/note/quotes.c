/* Quotes of an article and their speakers. */
#include "note/scan.h"

void note_quotes(note_scan *s) { (void)s; }
