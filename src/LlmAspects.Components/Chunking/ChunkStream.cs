namespace LlmAspects.Components.Chunking;

/// <summary>Keeps of an arriving text what the next piece needs. For one text, one thread at a time.</summary>
internal sealed class ChunkStream
{
    private const int BlockLength = 16_384;

    private readonly TextOutline _outline;
    private readonly ChunkCutter _cutter;
    private readonly List<TextChunk> _certain = [];
    private char[] _buffer = new char[BlockLength];
    private int _from;
    private int _to;
    private int _start;

    public ChunkStream(ChunkingOptions options, SeamRule rule, bool markdown)
    {
        _outline = new TextOutline(markdown);
        _cutter = new ChunkCutter(_outline, options, rule);
    }

    /// <summary>The code units that are held.</summary>
    internal int Held => _to - _from;

    /// <summary>Takes more text; however much it is, it is read in small blocks.</summary>
    public IEnumerable<StreamedChunk> Add(ReadOnlyMemory<char> text)
    {
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, BlockLength);
            Append(text.Span[..length]);
            text = text[length..];
            foreach (StreamedChunk chunk in Advance(complete: false))
            {
                yield return chunk;
            }
        }
    }

    /// <summary>The pieces that were waiting for more.</summary>
    public IReadOnlyList<StreamedChunk> End() => Advance(complete: true);

    private void Append(ReadOnlySpan<char> block)
    {
        if (_start + Held > int.MaxValue - block.Length)
        {
            throw new LlmChunkingException("text_too_long", "The stream has more than 2,147,483,647 code units, and offsets cannot point behind them. Cut it into several texts.");
        }

        if (_to + block.Length > _buffer.Length)
        {
            char[] target = Held + block.Length <= _buffer.Length / 2 ? _buffer : new char[Math.Max(_buffer.Length, 2 * (Held + block.Length))];
            _buffer.AsSpan(_from, Held).CopyTo(target);
            (_buffer, _from, _to) = (target, 0, Held);
        }

        block.CopyTo(_buffer.AsSpan(_to));
        _to += block.Length;
    }

    private StreamedChunk[] Advance(bool complete)
    {
        var window = new TextWindow(_buffer.AsSpan(_from, Held), _start);
        _outline.Read(window, complete);
        _cutter.Cut(window, complete, _certain);
        var chunks = new StreamedChunk[_certain.Count];
        for (int i = 0; i < chunks.Length; i++)
        {
            chunks[i] = new StreamedChunk(_certain[i], window.Slice(_certain[i].Start, _certain[i].End).ToString());
        }

        _certain.Clear();
        _outline.Trim();
        int passed = Math.Max(0, _cutter.Needed - _start);
        (_from, _start) = (_from + passed, _start + passed);
        return chunks;
    }
}
