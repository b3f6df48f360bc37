using LlmAspects.Components.Text;

namespace LlmAspects.Components.Caching.Semantic;

/// <summary>
/// Finds stored questions that may be similar without looking at the others. Terms have one fixed order, the longest (rarest) first; two questions whose equal terms are the part t share one of
/// the first terms, those before the rest weighs less than t of all (prefix filtering, https://doi.org/10.1109/ICDE.2006.9), so only these are looked up. Bounded; thread-safe.
/// </summary>
/// <param name="capacity">The most questions.</param>
internal sealed class QuestionIndex(int capacity)
{
    /// <summary>The least similarity that can be found.</summary>
    private const double Floor = 0.5;

    /// <summary>How much of a similarity below 1 may come from words that are only alike, which the index does not know.</summary>
    private const double OfAlikeWords = 0.15;

    /// <summary>How many questions of one place are compared, the youngest first.</summary>
    private const int MaxCandidates = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, List<IndexedQuestion>> _places = [];
    private readonly Dictionary<CacheKey, IndexedQuestion> _questions = [];
    private readonly Queue<IndexedQuestion> _order = new();

    public void Add(in CacheKey key, QuestionForm form)
    {
        ulong context = ContextOf(key);
        var question = new IndexedQuestion(key, form, [.. Prefix(form, Floor).Select(term => PlaceOf(context, term))]);
        lock (_gate)
        {
            if (!_questions.TryAdd(key, question))
            {
                return;
            }

            _order.Enqueue(question);
            foreach (ulong place in question.Places)
            {
                (_places.TryGetValue(place, out List<IndexedQuestion>? there) ? there : _places[place] = []).Add(question);
            }

            while (_questions.Count > capacity || _order.Count > 2 * capacity)
            {
                Forget(_order.Dequeue());
            }
        }
    }

    public void Remove(in CacheKey key)
    {
        lock (_gate)
        {
            if (_questions.TryGetValue(key, out IndexedQuestion? question))
            {
                Forget(question);
            }
        }
    }

    /// <summary>Questions of the same context that may have the similarity, each once.</summary>
    public IReadOnlyCollection<IndexedQuestion> Candidates(in CacheKey key, QuestionForm form, double similarity)
    {
        ulong context = ContextOf(key);
        var found = new HashSet<IndexedQuestion>(ReferenceEqualityComparer.Instance);
        lock (_gate)
        {
            foreach (string term in Prefix(form, similarity >= 1 ? 1 : Math.Max(similarity - OfAlikeWords, Floor)))
            {
                if (_places.TryGetValue(PlaceOf(context, term), out List<IndexedQuestion>? there))
                {
                    found.UnionWith(there.TakeLast(MaxCandidates));
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Prefix(QuestionForm form, double similarity)
    {
        double all = form.Terms.Sum(QuestionOverlap.WeightOf);
        double rest = all;
        foreach (string term in form.Terms.OrderByDescending(static term => term.Length).ThenBy(static term => term, StringComparer.Ordinal))
        {
            if (rest < (similarity * all) - 1e-9)
            {
                yield break;
            }

            yield return term;
            rest -= QuestionOverlap.WeightOf(term);
        }
    }

    private static ulong ContextOf(in CacheKey key)
    {
        ulong hash = Fnv1a.Extend(Fnv1a.Empty, key.BeforeQuestion);
        hash = Fnv1a.Extend(Fnv1a.Separate(hash), key.TextBeforeQuestion);
        return Fnv1a.Separate(Fnv1a.Extend(Fnv1a.Separate(hash), key.AfterQuestion));
    }

    private static ulong PlaceOf(ulong context, string term) => Fnv1a.Extend(context, term);

    private void Forget(IndexedQuestion question)
    {
        // A question that was forgotten before may still be in the order.
        if (!_questions.TryGetValue(question.Key, out IndexedQuestion? known) || !ReferenceEquals(known, question))
        {
            return;
        }

        _questions.Remove(question.Key);
        foreach (ulong place in question.Places)
        {
            List<IndexedQuestion> there = _places[place];
            there.Remove(question);
            if (there.Count == 0)
            {
                _places.Remove(place);
            }
        }
    }
}
