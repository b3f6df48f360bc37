namespace LlmAspects.Components.Routing.Learning;

/// <summary>Finds the most similar of many vectors of length 1, by cosine, through lists of who has a term. Immutable.</summary>
internal sealed class NeighbourIndex
{
    private readonly int[] _starts;
    private readonly int[] _owners;
    private readonly float[] _values;
    private readonly int _count;

    public NeighbourIndex(IReadOnlyList<SparseVector> vectors, int terms)
    {
        _count = vectors.Count;
        _starts = new int[terms + 1];
        foreach (SparseVector vector in vectors)
        {
            foreach (int term in vector.Indices)
            {
                _starts[term + 1]++;
            }
        }

        for (int term = 0; term < terms; term++)
        {
            _starts[term + 1] += _starts[term];
        }

        _owners = new int[_starts[terms]];
        _values = new float[_starts[terms]];
        int[] next = [.. _starts];
        for (int owner = 0; owner < vectors.Count; owner++)
        {
            for (int entry = 0; entry < vectors[owner].Count; entry++)
            {
                int place = next[vectors[owner].Indices[entry]]++;
                (_owners[place], _values[place]) = (owner, vectors[owner].Values[entry]);
            }
        }
    }

    /// <summary>The nearest ones with their cosine, in no order; fewer where fewer have a term in common.</summary>
    public List<(int Owner, float Similarity)> Find(SparseVector vector, int maximum)
    {
        float[] similarities = new float[_count];
        var touched = new List<int>();
        for (int entry = 0; entry < vector.Count; entry++)
        {
            int term = vector.Indices[entry];
            for (int place = _starts[term]; place < _starts[term + 1]; place++)
            {
                int owner = _owners[place];
                if (similarities[owner] == 0)
                {
                    touched.Add(owner);
                }

                similarities[owner] += vector.Values[entry] * _values[place];
            }
        }

        var nearest = new PriorityQueue<int, float>();
        foreach (int owner in touched)
        {
            if (nearest.Count < maximum)
            {
                nearest.Enqueue(owner, similarities[owner]);
            }
            else
            {
                nearest.EnqueueDequeue(owner, similarities[owner]);
            }
        }

        return [.. nearest.UnorderedItems.Select(static item => (item.Element, item.Priority))];
    }
}
