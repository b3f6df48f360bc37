using System.Globalization;

namespace LlmAspects.Cli.Documents;

/// <summary>Counts what was left out by reason and keeps a few examples of each: a huge folder must not fill the memory with excuses.</summary>
internal sealed class SkipLog
{
    private const int ExamplesPerReason = 3;
    private readonly SortedDictionary<SkipReason, (int Count, List<string> Examples)> _entries = [];

    public int Count => _entries.Values.Sum(entry => entry.Count);

    public IEnumerable<(SkipReason Reason, int Count, IReadOnlyList<string> Examples)> Entries =>
        _entries.Select(entry => (entry.Key, entry.Value.Count, (IReadOnlyList<string>)entry.Value.Examples));

    public void Add(SkipReason reason, string path)
    {
        (int count, List<string> examples) = _entries.GetValueOrDefault(reason, (0, []));
        if (examples.Count < ExamplesPerReason)
        {
            examples.Add(path);
        }

        _entries[reason] = (count + 1, examples);
    }

    public int CountOf(SkipReason reason) => _entries.TryGetValue(reason, out (int Count, List<string> Examples) entry) ? entry.Count : 0;

    /// <summary>One line a reason, for example <c>2 not a regular file (queue, socket)</c>; names are as the file system has them.</summary>
    public IEnumerable<string> Describe(ReadLimits limits)
    {
        foreach ((SkipReason reason, int count, IReadOnlyList<string> examples) in Entries)
        {
            string more = count > examples.Count ? ", ..." : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} {TextOf(reason, limits)} ({string.Join(", ", examples)}{more})");
        }
    }

    public static string TextOf(SkipReason reason, ReadLimits limits) => reason switch
    {
        SkipReason.Hidden => "hidden",
        SkipReason.BuildOutput => "build output or dependencies",
        SkipReason.Report => "the folder of this report",
        SkipReason.SecretName => "named like a secret",
        SkipReason.LinkInside => "a link; its target is read in its own place",
        SkipReason.LinkOutside => "a link that leads outside the folder",
        SkipReason.NotRegular => "not a regular file",
        SkipReason.Binary => "not text in UTF-8",
        SkipReason.TooLarge => $"larger than {ByteSize.Format(limits.MaxFileBytes)} (--max-file)",
        SkipReason.TotalLimit => $"beyond {ByteSize.Format(limits.MaxTotalBytes)} in all (--max-total)",
        SkipReason.FileLimit => string.Create(CultureInfo.InvariantCulture, $"beyond {limits.MaxFiles:N0} files"),
        SkipReason.TooDeep => string.Create(CultureInfo.InvariantCulture, $"more than {limits.MaxDepth} folders deep"),
        SkipReason.Unreadable => "not readable",
        SkipReason.Empty => "empty",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason has a text."),
    };
}
