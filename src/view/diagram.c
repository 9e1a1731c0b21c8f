#include "view/diagram.h"

#include "base/clock.h"
#include "view/title.h"

/* The sources that are not held, each once, in the order in which they are cited. */
typedef struct diagram {
  sheet *s;
  const graph *g;
  const store_edge **sources;
  size_t source_count;
} diagram;

static isnad_slice source_name(const store_edge *e) { return e->source_name.length > 0 ? e->source_name : e->source; }

static bool same_source(const store_edge *a, const store_edge *b) {
  if (a->source.length > 0 || b->source.length > 0) return isnad_slice_equal(a->source, b->source);
  return isnad_slice_equal(a->source_name, b->source_name);
}

static size_t source_place(const diagram *d, const store_edge *edge) {
  size_t i = 0;
  while (i < d->source_count && !same_source(d->sources[i], edge)) i++;
  return i;
}

/* An edge is drawn when its other end is. */
static bool drawn(const diagram *d, const store_edge *edge) {
  return graph_is_named(edge) && (edge->parent == 0 || graph_find(d->g, edge->parent) != NULL);
}

static isnad_status collect_sources(diagram *d) {
  size_t edges = 0;
  for (size_t i = 0; i < d->g->count; i++) edges += d->g->nodes[i].edge_count;
  d->sources = isnad_arena_array(d->s->arena, edges + 1, sizeof *d->sources);
  if (d->sources == NULL) return isnad_arena_fail(d->s->err, d->s->arena, "view");
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; e < d->g->nodes[i].edge_count; e++) {
      const store_edge *edge = &d->g->nodes[i].edges[e];
      if (edge->parent == 0 && graph_is_named(edge) && source_place(d, edge) == d->source_count) d->sources[d->source_count++] = edge;
    }
  return ISNAD_OK;
}

/* Hands over what was written into the line, whatever the view's own format is. */
static isnad_status line_done(diagram *d) { return sheet_end(d->s); }

/* Words from outside for both DOT strings and XML: cleaned of controls, and the marks of either syntax written so that neither reads them. */
static void quoted(diagram *d, isnad_slice words) {
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i];
    if (c == '&')
      sheet_printf(d->s, "&amp;");
    else if (c == '<')
      sheet_printf(d->s, "&lt;");
    else if (c == '>')
      sheet_printf(d->s, "&gt;");
    else if (c == '"')
      sheet_printf(d->s, "&quot;");
    else if (c == '\\')
      sheet_printf(d->s, "&#92;");
    else
      buf_add_char(&d->s->line, c < 0x20 || c == 0x7F ? ' ' : (char)c);
  }
}

static isnad_slice day_of(const store_article *a, char iso[CLOCK_ISO_ROOM]) {
  if (a->published.from >= a->published.to) return (isnad_slice){NULL, 0};
  return (isnad_slice){iso, clock_iso(iso, a->published.from)};
}

static void parent_id(diagram *d, const store_edge *edge) {
  if (edge->parent == 0)
    sheet_printf(d->s, "m%zu", source_place(d, edge) + 1);
  else
    sheet_latin(d->s, graph_find(d->g, edge->parent)->article.name);
}

/* --- DOT --- */

static isnad_status dot_node(diagram *d, const store_article *a) {
  char iso[CLOCK_ISO_ROOM];
  isnad_slice day = day_of(a, iso);
  sheet_printf(d->s, "  %.*s [label=\"%.*s\\n", (int)a->name.length, a->name.bytes, (int)day.length, day.bytes != NULL ? day.bytes : "");
  quoted(d, article_outlet(a));
  sheet_printf(d->s, "\\n");
  quoted(d, a->headline.length > 0 ? a->headline : a->opening);
  sheet_printf(d->s, "\"%s];", graph_is_bare(a) ? ", style=dotted" : "");
  return line_done(d);
}

static isnad_status dot_edge(diagram *d, const graph_node *child, const store_edge *edge) {
  sheet_printf(d->s, "  ");
  parent_id(d, edge);
  sheet_printf(d->s, " -> %.*s [label=\"%.*s %.2f\"%s];", (int)child->article.name.length, child->article.name.bytes, (int)edge->kind.length,
               edge->kind.bytes, edge->weight, graph_leads(edge) ? "" : ", dir=none, style=dashed");
  return line_done(d);
}

static isnad_status dot_source(diagram *d, size_t place) {
  sheet_printf(d->s, "  m%zu [shape=box, style=rounded, label=\"", place + 1);
  quoted(d, source_name(d->sources[place]));
  sheet_printf(d->s, "\"];");
  return line_done(d);
}

/* --- GraphML --- */

static isnad_status text_line(diagram *d, const char *text) {
  sheet_printf(d->s, "%s", text);
  return line_done(d);
}

static void data(diagram *d, const char *key, isnad_slice value) {
  if (value.length == 0) return;
  sheet_printf(d->s, "<data key=\"%s\">", key);
  quoted(d, value);
  sheet_printf(d->s, "</data>");
}

static isnad_status xml_node(diagram *d, const store_article *a) {
  char iso[CLOCK_ISO_ROOM];
  sheet_printf(d->s, "<node id=\"%.*s\">", (int)a->name.length, a->name.bytes);
  data(d, "kind", isnad_slice_of(graph_is_bare(a) ? "headline" : "report"));
  data(d, "label", a->headline.length > 0 ? a->headline : a->opening);
  data(d, "outlet", article_outlet(a));
  data(d, "published", day_of(a, iso));
  data(d, "capture", a->label);
  sheet_printf(d->s, "</node>");
  return line_done(d);
}

static isnad_status xml_source(diagram *d, size_t place) {
  sheet_printf(d->s, "<node id=\"m%zu\">", place + 1);
  data(d, "kind", isnad_slice_of("source"));
  data(d, "label", source_name(d->sources[place]));
  sheet_printf(d->s, "</node>");
  return line_done(d);
}

static isnad_status xml_edge(diagram *d, const graph_node *child, const store_edge *edge) {
  sheet_printf(d->s, "<edge source=\"");
  parent_id(d, edge);
  sheet_printf(d->s, "\" target=\"%.*s\" directed=\"%s\">", (int)child->article.name.length, child->article.name.bytes,
               graph_leads(edge) ? "true" : "false");
  data(d, "step", edge->kind);
  sheet_printf(d->s, "<data key=\"weight\">%.4f</data></edge>", edge->weight);
  return line_done(d);
}

/* --- both: a head, the nodes, the edges, an end --- */

typedef struct drawing {
  const char *const *head;
  isnad_status (*node)(diagram *d, const store_article *a);
  isnad_status (*source)(diagram *d, size_t place);
  isnad_status (*edge)(diagram *d, const graph_node *child, const store_edge *edge);
  const char *const *end;
} drawing;

static isnad_status text_lines(diagram *d, const char *const *lines) {
  isnad_status status = ISNAD_OK;
  for (; status == ISNAD_OK && *lines != NULL; lines++) status = text_line(d, *lines);
  return status;
}

static isnad_status draw(diagram *d, const drawing *how) {
  isnad_status status = text_lines(d, how->head);
  for (size_t i = 0; status == ISNAD_OK && i < d->g->count; i++) status = how->node(d, &d->g->nodes[i].article);
  for (size_t i = 0; status == ISNAD_OK && i < d->source_count; i++) status = how->source(d, i);
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; status == ISNAD_OK && e < d->g->nodes[i].edge_count; e++)
      if (drawn(d, &d->g->nodes[i].edges[e])) status = how->edge(d, &d->g->nodes[i], &d->g->nodes[i].edges[e]);
  return status == ISNAD_OK ? text_lines(d, how->end) : status;
}

/* --- PROV-JSON --- */

static void prov_id(json_writer *w, isnad_arena *arena, const char *key, const char *kind, isnad_slice name) {
  isnad_slice id = isnad_arena_printf(arena, "isnad:%s%.*s", kind, (int)name.length, name.bytes);
  json_key_string(w, key, id);
}

static void prov_entity(diagram *d, const store_article *a) {
  json_writer *w = &d->s->json;
  char iso[CLOCK_ISO_ROOM];
  json_key(w, isnad_arena_printf(d->s->arena, "isnad:%.*s", (int)a->name.length, a->name.bytes).bytes);
  json_open_object(w);
  json_key_string(w, "prov:label", a->headline.length > 0 ? a->headline : a->opening);
  json_key_text(w, "prov:type", graph_is_bare(a) ? "isnad:Headline" : "isnad:Report");
  json_key_string(w, "isnad:published", day_of(a, iso));
  json_key_string(w, "isnad:outlet", article_outlet(a));
  json_key_string(w, "isnad:capture", a->label);
  json_close_object(w);
}

static void prov_source(diagram *d, size_t place) {
  json_writer *w = &d->s->json;
  json_key(w, isnad_arena_printf(d->s->arena, "isnad:m%zu", place + 1).bytes);
  json_open_object(w);
  json_key_string(w, "prov:label", source_name(d->sources[place]));
  json_key_text(w, "prov:type", "isnad:Source");
  json_close_object(w);
}

/* Copied words are a quotation, a source that is only cited is a primary source; both are kinds of derivation. */
static void prov_derivation(diagram *d, const graph_node *child, const store_edge *edge, size_t number) {
  json_writer *w = &d->s->json;
  isnad_arena *arena = d->s->arena;
  bool declared = isnad_slice_equal(edge->kind, isnad_slice_of("declared"));
  json_key(w, isnad_arena_printf(arena, "_:d%zu", number).bytes);
  json_open_object(w);
  prov_id(w, arena, "prov:generatedEntity", "", child->article.name);
  if (edge->parent == 0)
    prov_id(w, arena, "prov:usedEntity", "m", isnad_arena_printf(arena, "%zu", source_place(d, edge) + 1));
  else
    prov_id(w, arena, "prov:usedEntity", "", graph_find(d->g, edge->parent)->article.name);
  json_key(w, "prov:type");
  json_open_object(w);
  json_key_text(w, "$", declared ? "prov:PrimarySource" : "prov:Quotation");
  json_key_text(w, "type", "prov:QUALIFIED_NAME");
  json_close_object(w);
  json_key_string(w, "isnad:kind", edge->kind);
  json_key_fixed(w, "isnad:weight", edge->weight, 4);
  json_close_object(w);
}

static isnad_status prov(diagram *d) {
  json_writer *w = &d->s->json;
  size_t number = 0;
  json_open_object(w);
  json_key(w, "prefix");
  json_open_object(w);
  json_key_text(w, "isnad", "urn:isnad:");
  json_close_object(w);
  json_key(w, "entity");
  json_open_object(w);
  for (size_t i = 0; i < d->g->count; i++) prov_entity(d, &d->g->nodes[i].article);
  for (size_t i = 0; i < d->source_count; i++) prov_source(d, i);
  json_close_object(w);
  json_key(w, "wasDerivedFrom");
  json_open_object(w);
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; e < d->g->nodes[i].edge_count; e++) {
      const store_edge *edge = &d->g->nodes[i].edges[e];
      if (drawn(d, edge) && graph_leads(edge)) prov_derivation(d, &d->g->nodes[i], edge, ++number);
    }
  json_close_object(w);
  json_close_object(w);
  return line_done(d);
}

isnad_status diagram_show(sheet *s, const graph *g) {
  static const char *const dot_head[] = {"digraph isnad {", "  rankdir=RL; node [shape=note];", NULL}, *const dot_end[] = {"}", NULL};
  static const char *const xml_head[] = {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                                         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
                                         "<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>",
                                         "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>",
                                         "<key id=\"outlet\" for=\"node\" attr.name=\"outlet\" attr.type=\"string\"/>",
                                         "<key id=\"published\" for=\"node\" attr.name=\"published\" attr.type=\"string\"/>",
                                         "<key id=\"capture\" for=\"node\" attr.name=\"capture\" attr.type=\"string\"/>",
                                         "<key id=\"step\" for=\"edge\" attr.name=\"step\" attr.type=\"string\"/>",
                                         "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>",
                                         "<graph edgedefault=\"directed\">",
                                         NULL},
                           *const xml_end[] = {"</graph>", "</graphml>", NULL};
  static const drawing dot = {dot_head, dot_node, dot_source, dot_edge, dot_end}, graphml = {xml_head, xml_node, xml_source, xml_edge, xml_end};
  diagram d = {.s = s, .g = g};
  isnad_status status = collect_sources(&d);
  if (status != ISNAD_OK) return status;
  if (s->view->chain == ISNAD_CHAIN_PROV) return prov(&d);
  return draw(&d, s->view->chain == ISNAD_CHAIN_DOT ? &dot : &graphml);
}
