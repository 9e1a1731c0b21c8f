#include "serve/page.h"

void page_problem(exchange *x, unsigned code, const char *detail) {
  x->type = "application/problem+json";
  problem_json(&x->out, code, detail);
}
