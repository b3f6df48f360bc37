using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Quality;

/// <summary>The evidence of a context by stem, and how much each stem tells. Read-only once built.</summary>
internal sealed class EvidenceIndex
{
    private const int BeginningLength = 5;

    private readonly List<Evidence> _evidence;
    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byBeginning = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];

    public EvidenceIndex(IReadOnlyList<RetrievedChunk> chunks)
    {
        _evidence = [.. chunks.SelectMany(Evidence.Of)];
        for (int i = 0; i < _evidence.Count; i++)
        {
            Add(i, _evidence[i].Statement.Stems);
        }
    }

    public int Count => _evidence.Count;

    public Evidence this[int index] => _evidence[index];

    /// <summary>Where a stem occurs, in order.</summary>
    public IReadOnlyList<int> With(string stem) => _byStem.TryGetValue(stem, out List<int>? places) ? places : [];

    /// <summary>A stem of the evidence that begins with the same five letters, as "robberi" and "robber" do; <see langword="null"/> when there is none.</summary>
    public string? Related(string stem) =>
        stem.Length >= BeginningLength && !char.IsAsciiDigit(stem[0]) && _byBeginning.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem.AsSpan(0, BeginningLength), out string? other) ? other : null;

    public bool HasPair(string first, string second) => _pairs.Contains((first, second));

    /// <summary>How much a stem tells: Lucene's ln(1 + (N - df + 0.5) / (df + 0.5)).</summary>
    public double Weight(string stem)
    {
        int occurs = With(stem).Count;
        return Math.Log(1 + ((Count - occurs + 0.5) / (occurs + 0.5)));
    }

    /// <summary>The piece of evidence with its neighbours in the same chunk: what a sentence and the next one say belongs together.</summary>
    public IEnumerable<Statement> Around(int index)
    {
        for (int i = Math.Max(0, index - 1); i <= Math.Min(Count - 1, index + 1); i++)
        {
            if (ReferenceEquals(_evidence[i].Chunk, _evidence[index].Chunk))
            {
                yield return _evidence[i].Statement;
            }
        }
    }

    private void Add(int index, IReadOnlyList<string> stems)
    {
        for (int i = 0; i < stems.Count; i++)
        {
            if (!_byStem.TryGetValue(stems[i], out List<int>? places))
            {
                _byStem[stems[i]] = places = [];
                AddBeginning(stems[i]);
            }

            if (places.Count == 0 || places[^1] != index)
            {
                places.Add(index);
            }

            if (i > 0)
            {
                _pairs.Add((stems[i - 1], stems[i]));
            }
        }
    }

    private void AddBeginning(string stem)
    {
        if (stem.Length >= BeginningLength && !char.IsAsciiDigit(stem[0]))
        {
            _byBeginning.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(stem.AsSpan(0, BeginningLength), stem);
        }
    }
}
