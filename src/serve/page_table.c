#include "serve/page.h"

static void head(web *h, const char *const *columns, size_t count) {
  web_open(h, "thead");
  web_open(h, "tr");
  for (size_t i = 0; i < count; i++) {
    web_open(h, "th");
    web_attr_text(h, "scope", "col");
    web_words(h, columns[i]);
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

void page_table(web *h, const char *class, const char *name, const char *const *columns, size_t count) {
  web_open_class(h, "div", "wide");
  web_attr_text(h, "tabindex", "0");
  web_attr_text(h, "role", "region");
  web_attr(h, "aria-label", word_of(h->x, name));
  if (class != NULL)
    web_open_class(h, "table", class);
  else
    web_open(h, "table");
  head(h, columns, count);
}
