#include "view/report/report_line.h"

#include "view/title.h"

void report_line(sheet *s, const graph *g, const graph_node *node) {
  const store_article *a = &node->article;
  const store_edge *from = graph_main_edge(g, node);
  sheet_when(s, a->published);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, graph_is_bare(a) ? a->role : a->basis, 8);
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, a);
  sheet_style_off(s);
  if (from == NULL) return;
  const graph_node *parent = from->parent != 0 ? graph_find(g, from->parent) : NULL;
  sheet_printf(s, graph_leads(from) ? "  <- " : "  -- ");
  sheet_latin(s, from->kind);
  sheet_printf(s, " ");
  sheet_words(s, parent == NULL                                ? from->source_name
                 : article_outlet(&parent->article).length > 0 ? article_outlet(&parent->article)
                                                               : parent->article.name);
}

void report_object(sheet *s, const store_article *a, const graph *g, const graph_node *node) {
  json_open_object(&s->json);
  json_key_string(&s->json, "article", a->label);
  json_key_string(&s->json, "id", a->name);
  if (graph_is_bare(a)) json_key_string(&s->json, "role", a->role);
  json_key_string(&s->json, "story", a->story);
  sheet_json_when(s, "published", a->published, a->basis);
  json_key_string(&s->json, "outlet", article_outlet(a));
  json_key_string(&s->json, "headline", a->headline);
  const store_edge *from = node != NULL ? graph_main_edge(g, node) : NULL;
  if (from != NULL) {
    json_key(&s->json, "from");
    json_open_object(&s->json);
    json_key_string(&s->json, "parent", from->parent_label);
    json_key_string(&s->json, "source", from->source_name);
    json_key_string(&s->json, "kind", from->kind);
    json_key_bool(&s->json, "directed", graph_leads(from));
    json_key_fixed(&s->json, "weight", from->weight, 4);
    json_close_object(&s->json);
  }
  json_close_object(&s->json);
}
