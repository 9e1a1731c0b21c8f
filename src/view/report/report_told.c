/* Beneath a report of the chain: who told it, and what an outlet put right in an item of its own. */
#include "view/corrected.h"
#include "view/counts.h"
#include "view/report/report_blocks.h"

enum { MOST_TOLD = 6 };

static isnad_slice name_of(const store_voice *v) { return v->name.length > 0 ? v->name : v->id; }

static isnad_slice with_mark(report *r, isnad_slice names, isnad_slice name) {
  char mark[16];
  isnad_slice comma = report_word(r, "report.comma");
  size_t length = comma.length < sizeof mark - 2 ? comma.length : sizeof mark - 2;
  for (size_t i = 0; i < length; i++) mark[i] = comma.bytes[i];
  mark[length] = ' ';
  mark[length + 1] = '\0';
  return words_joined(r->s, names, mark, name);
}

/* "X (the minister), through the agency"; `through`: told of this one. */
static isnad_slice told_by(report *r, const voice_step *step, bool through) {
  isnad_slice name = name_of(step->from), office = step->from->office;
  if (office.length > 0) name = isnad_arena_printf(r->s->arena, "%.*s (%.*s)", (int)name.length, name.bytes, (int)office.length, office.bytes);
  return step->to == NULL || !through ? name
                                      : words_joined(r->s, words_joined(r->s, name, " ", report_word(r, "report.through")), " ", name_of(step->to));
}

/* The same man is named once, as he was met first. */
static bool is_named_before(const graph_node *node, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (!voice_is_medium(node->voices[i].from) && voice_same(node->voices[i].from, node->voices[at].from)) return true;
  return false;
}

/* The medium through which all of them came; NULL: there is none, or several. */
static const store_voice *one_medium(const graph_node *node) {
  const store_voice *one = NULL;
  for (size_t i = 0; i < node->voice_count; i++) {
    const voice_step *step = &node->voices[i];
    if (voice_is_medium(step->from)) continue;
    if (step->to == NULL || (one != NULL && !voice_same(one, step->to))) return NULL;
    one = step->to;
  }
  return one;
}

static isnad_slice all_told(report *r, const graph_node *node) {
  isnad_slice names = report_nothing;
  const store_voice *one = one_medium(node);
  for (size_t i = 0, shown = 0; i < node->voice_count && shown < MOST_TOLD; i++) {
    const voice_step *step = &node->voices[i];
    if (voice_is_medium(step->from) || is_named_before(node, i)) continue;
    names = with_mark(r, names, told_by(r, step, one == NULL));
    shown++;
  }
  if (one == NULL || names.length == 0) return names;
  return words_joined(r->s, words_joined(r->s, names, " ", report_word(r, "report.through")), " ", name_of(one));
}

static bool write_line(report *r, uint32_t depth, const char *id, isnad_slice words) {
  if (words.length == 0) return true;
  bool added = block_add_dated(r, BLOCK_NODE, depth + 1, (isnad_interval){0, 0}, report_word(r, id), words, report_nothing);
  if (added) r->blocks[r->count - 1].has_when = false;
  return added;
}

static isnad_slice outlets_of(report *r, const graph_node **nodes, size_t count) {
  isnad_slice names = report_nothing;
  for (size_t i = 0; i < count; i++) names = with_mark(r, names, report_outlet_of(&nodes[i]->article));
  return names;
}

static bool write_change(report *r, uint32_t depth, const corrected *c) {
  isnad_slice to = report_word(r, "report.put_right");
  isnad_slice words =
      isnad_arena_printf(r->s->arena, "%.*s %.*s %.*s", (int)c->was.length, c->was.bytes, (int)to.length, to.bytes, (int)c->now.length, c->now.bytes);
  return write_line(r, depth, "report.corrects", words) && write_line(r, depth, "report.still", outlets_of(r, c->still, c->still_count)) &&
         write_line(r, depth, "report.right", outlets_of(r, c->right, c->right_count));
}

bool report_write_told(report *r, const forest_item *item) {
  corrected *changes = NULL;
  size_t count = 0;
  if (!write_line(r, item->depth, "report.told_by", all_told(r, item->node))) return false;
  if (corrected_of(&changes, &count, &r->g, item->node, r->s->err) != ISNAD_OK) return false;
  for (size_t i = 0; i < count; i++)
    if (!write_change(r, item->depth, &changes[i])) return false;
  return true;
}
