/* The chain of a report, and what each outlet took over. */
#include "view/counts.h"
#include "view/drawing/tree.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"

static void take_evidence(const tree *t, report_taken *out, unsigned depth) {
  double value = 0;
  if (t == NULL || depth > 4) return;
  if (tree_number(&value, t, "matched")) out->matched = value;
  if (tree_number(&value, t, "containment")) out->share = value;
  isnad_slice credit = tree_text(t, "credit");
  if (credit.length > 0) out->credit = credit;
  if (isnad_slice_is(tree_text(t, "open"), "told")) out->told = true;
  if (tree_get(t, "sign") != NULL) out->credited_by = tree_text(t, "article");
  for (const tree *member = t->first; member != NULL; member = member->next)
    if (member->kind == JSON_OBJECT) take_evidence(member, out, depth + 1);
}

report_taken report_taken_of(report *r, const store_edge *edge) {
  report_taken out = {.share = -1};
  take_evidence(tree_read(r->s->arena, edge->evidence), &out, 0);
  return out;
}

static isnad_slice and_then(report *r, isnad_slice a, isnad_slice b) {
  isnad_slice comma = report_word(r, "report.comma");
  return isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)a.length, a.bytes, (int)comma.length, comma.bytes, (int)b.length, b.bytes);
}

/* The source is credited by another report that has the same text, and not by this one. */
static bool is_credited_elsewhere(report *r, const graph_node *node, const store_edge *edge) {
  if (edge->parent != 0) return false;
  isnad_slice by = report_taken_of(r, edge).credited_by;
  return by.length > 0 && !isnad_slice_equal(by, node->article.name);
}

/* "copied, 130 words the same, 98% of its text, no credit"; of an edge without direction "shared text, ..., or both from a third": who had it first,
 * and whether the credit is due, is not known then. */
static isnad_slice edge_words(report *r, const graph_node *node, const store_edge *edge) {
  report_taken taken = report_taken_of(r, edge);
  bool leads = graph_leads(edge);
  if (is_credited_elsewhere(r, node, edge)) return report_word(r, "report.shared_credited");
  isnad_slice out = leads ? label_of(r->s->view, "report.", edge->kind) : report_word(r, "report.shared");
  if (taken.matched > 0) out = and_then(r, out, counted(r->s, "same_word", (size_t)taken.matched));
  if (taken.share >= 0) {
    isnad_slice share = report_word(r, "report.share");
    out = and_then(r, out, isnad_arena_printf(r->s->arena, "%.*s %.0f%%", (int)share.length, share.bytes, 100 * taken.share));
  }
  if (!leads) return and_then(r, out, report_word(r, taken.told ? "report.each_told" : "report.or_third"));
  if (taken.credit.length == 0) return out;
  bool none = isnad_slice_is(taken.credit, "none");
  if (none && isnad_slice_is(edge->kind, "laundered")) return out; /* it says so */
  return and_then(r, out, report_word(r, none ? "report.no_credit" : "report.credits_another"));
}

bool report_is_told_above(const report *r, size_t at) {
  const store_article *a = &r->g.nodes[at].article;
  for (size_t i = 0; i < at; i++) {
    const store_article *b = &r->g.nodes[i].article;
    if (a->body_hash == b->body_hash && isnad_slice_equal(report_outlet_of(a), report_outlet_of(b))) return true;
  }
  return false;
}

static size_t place_of(const report *r, const graph_node *node) { return (size_t)(node - r->g.nodes); }

void report_chain_once(report *r) {
  size_t kept = 0;
  for (size_t i = 0; i < r->chain_count; i++) {
    const forest_item *item = &r->chain[i];
    bool leaf = i + 1 == r->chain_count || r->chain[i + 1].depth <= item->depth;
    if (item->node == NULL || !leaf || !report_is_told_above(r, place_of(r, item->node))) r->chain[kept++] = *item;
  }
  r->chain_count = kept;
}

static bool write_node(report *r, const forest_item *item) {
  const store_article *a = &item->node->article;
  const store_edge *edge = graph_main_edge(&r->g, item->node);
  return block_add_dated(r, BLOCK_NODE, item->depth, a->published, report_outlet_of(a), report_title_of(r, a),
                         edge != NULL ? edge_words(r, item->node, edge) : report_nothing);
}

static bool write_source(report *r, const forest_item *item) {
  bool added = block_add_dated(r, BLOCK_NODE, item->depth, (isnad_interval){0, 0}, item->source->source_name, report_nothing, report_nothing);
  if (added) r->blocks[r->count - 1].has_when = false;
  return added;
}

bool report_has_edges(const report *r) {
  for (size_t i = 0; i < r->chain_count; i++)
    if (r->chain[i].depth > 0 || r->chain[i].node == NULL || graph_main_edge(&r->g, r->chain[i].node) != NULL) return true;
  return false;
}

bool report_write_chain(report *r) {
  if (!block_heading(r, "report.chain")) return false;
  if (!report_has_edges(r)) return block_add(r, BLOCK_NOTE, report_word(r, "report.no_edges"), report_nothing, report_nothing);
  for (size_t i = 0; i < r->chain_count; i++) {
    const forest_item *item = &r->chain[i];
    if (!(item->node == NULL ? write_source(r, item) : write_node(r, item) && report_write_told(r, item))) return false;
  }
  return true;
}

static isnad_slice parent_name(report *r, const store_edge *edge) {
  const graph_node *parent = edge->parent != 0 ? graph_find(&r->g, edge->parent) : NULL;
  return parent != NULL ? report_outlet_of(&parent->article) : edge->source_name;
}

/* "rests in part on Reuters, TASS": media cited for a sentence or two, behind the words of `id`. */
static isnad_slice cited_media(report *r, const graph_node *node, const char *id) {
  enum { MOST_CITED = 3 };
  isnad_slice names = report_nothing;
  for (size_t i = 0, shown = 0; i < node->edge_count && shown < MOST_CITED; i++) {
    const store_edge *edge = &node->edges[i];
    if (!graph_is_narrow(edge) || edge->source_name.length == 0) continue;
    names = shown++ == 0 ? edge->source_name : and_then(r, names, edge->source_name);
  }
  return words_joined(r->s, names.length > 0 ? report_word(r, id) : report_nothing, " ", names);
}

/* From whom a report has its text: "from X", "repeats text of its own", "shares text with X". */
static isnad_slice text_from(report *r, const graph_node *node, const store_edge *edge) {
  isnad_slice parent = parent_name(r, edge);
  if (graph_leads(edge) && isnad_slice_equal(parent, report_outlet_of(&node->article)))
    return report_word(r, isnad_slice_is(edge->kind, "corrects") ? "report.own_right" : "report.own_again");
  const char *by = is_credited_elsewhere(r, node, edge) ? "report.like_credited" : graph_leads(edge) ? "report.from" : "report.shares_with";
  return words_joined(r->s, report_word(r, by), " ", parent);
}

/* That, as far as it can be seen here, and on whom it rests besides. */
static isnad_slice origin_words(report *r, const graph_node *node, const store_edge *edge) {
  isnad_slice cited = cited_media(r, node, edge == NULL ? "report.rests_on" : "report.rests_too");
  if (edge == NULL) return cited;
  isnad_slice from = text_from(r, node, edge);
  return cited.length > 0 ? and_then(r, from, cited) : from;
}

static isnad_slice how_words(report *r, const graph_node *node, const store_edge *edge) {
  bool said = edge == NULL || is_credited_elsewhere(r, node, edge);
  return said ? report_nothing : edge_words(r, node, edge);
}

/* Outlets that name no source at all, each once. */
typedef struct outlet_names {
  isnad_slice *items;
  size_t count;
} outlet_names;

static void add_once(outlet_names *names, isnad_slice name) {
  for (size_t i = 0; i < names->count; i++)
    if (isnad_slice_equal(names->items[i], name)) return;
  names->items[names->count++] = name;
}

/* They stand in one line. */
static bool write_own(report *r, const outlet_names *own) {
  isnad_slice all = report_nothing;
  for (size_t i = 0; i < own->count; i++) all = i == 0 ? own->items[i] : and_then(r, all, own->items[i]);
  const char *id = own->count == 1 ? "report.own" : "report.own_all";
  return own->count == 0 || block_add(r, BLOCK_FACT, all, report_word(r, id), report_nothing);
}

bool report_write_outlets(report *r) {
  outlet_names own = {isnad_arena_array(r->s->arena, r->g.count + 1, sizeof *own.items), 0};
  if (own.items == NULL || !block_heading(r, "report.outlets_table")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const graph_node *node = &r->g.nodes[i];
    const store_edge *edge = graph_main_edge(&r->g, node);
    if (graph_is_bare(&node->article) || report_is_told_above(r, i)) continue;
    isnad_slice outlet = report_outlet_of(&node->article), words = origin_words(r, node, edge);
    if (words.length == 0)
      add_once(&own, outlet);
    else if (!block_add_dated(r, BLOCK_EVENT, 0, node->article.published, outlet, words, how_words(r, node, edge)))
      return false;
  }
  return write_own(r, &own);
}
