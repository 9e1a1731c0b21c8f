/* The web pages: each drawn from what the views print as JSON, so that page, API and command line say the same. */
#ifndef ISNAD_SERVE_PAGE_H
#define ISNAD_SERVE_PAGE_H

#include "serve/exchange.h"

void page_problem(exchange *x, unsigned code, const char *detail);

#endif
