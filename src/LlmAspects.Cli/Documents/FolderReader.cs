using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Documents;

/// <summary>Reads the text files below a folder in a fixed order. Links are never followed; every entry that is left out is counted with its reason.</summary>
internal sealed class FolderReader
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
        RecurseSubdirectories = false,
    };

    private readonly string _root;
    private readonly ReadLimits _limits;
    private readonly string? _reportFolder;
    private readonly CancellationToken _cancellationToken;
    private readonly List<SourceDocument> _documents = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SkipLog _skipped = new();
    private long _bytes;

    private FolderReader(string root, ReadLimits limits, string? reportFolder, CancellationToken cancellationToken)
    {
        _root = root;
        _limits = limits;
        _reportFolder = reportFolder;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a folder that exists.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="reportFolder">A folder of this tool's own output, never read; <see langword="null"/> when there is none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static FolderContents Read(string folder, ReadLimits limits, string? reportFolder, CancellationToken cancellationToken)
    {
        var reader = new FolderReader(FolderPath.Real(folder), limits, reportFolder is null ? null : FolderPath.Real(reportFolder), cancellationToken);
        reader.ReadFolders();
        return new FolderContents(reader._documents, reader._bytes, reader._skipped);
    }

    private void ReadFolders()
    {
        var pending = new Stack<(DirectoryInfo Folder, int Depth)>();
        pending.Push((new DirectoryInfo(_root), 0));
        while (pending.TryPop(out (DirectoryInfo Folder, int Depth) current))
        {
            var folders = new List<DirectoryInfo>();
            foreach (FileSystemInfo entry in EntriesOf(current.Folder))
            {
                _cancellationToken.ThrowIfCancellationRequested();
                string id = FolderPath.Relative(_root, Path.Join(current.Folder.FullName, entry.Name));
                if ((Inspect(entry, current.Depth) ?? Take(entry, id, folders)) is { } reason)
                {
                    _skipped.Add(reason, id);
                }
            }

            // The stack turns the order round.
            folders.Reverse();
            folders.ForEach(folder => pending.Push((folder, current.Depth + 1)));
        }
    }

    private List<FileSystemInfo> EntriesOf(DirectoryInfo folder)
    {
        try
        {
            var entries = new List<FileSystemInfo>();
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                _cancellationToken.ThrowIfCancellationRequested();
                entries.Add(entry);
            }

            entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _skipped.Add(SkipReason.Unreadable, FolderPath.Relative(_root, folder.FullName));
            return [];
        }
    }

    private SkipReason? Inspect(FileSystemInfo entry, int depth)
    {
        bool isFolder = entry is DirectoryInfo;
        return NameRules.Check(entry.Name, isFolder) switch
        {
            { } reason => reason,
            // .NET leaves the full name of an entry empty when it is longer than a path may be.
            _ when entry.FullName.Length == 0 => SkipReason.Unreadable,
            _ when isFolder && entry.FullName == _reportFolder => SkipReason.Report,
            _ when entry.LinkTarget is not null => InspectLink(entry),
            _ when isFolder && depth >= _limits.MaxDepth => SkipReason.TooDeep,
            _ when !isFolder && _documents.Count >= _limits.MaxFiles => SkipReason.FileLimit,
            _ => null,
        };
    }

    private SkipReason InspectLink(FileSystemInfo link)
    {
        string? target = OperatingSystem.IsWindows() ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName : PosixFile.RealPath(link.FullName);
        return FolderPath.Contains(_root, target) ? SkipReason.LinkInside : SkipReason.LinkOutside;
    }

    private SkipReason? Take(FileSystemInfo entry, string id, List<DirectoryInfo> folders)
    {
        if (entry is DirectoryInfo folder)
        {
            folders.Add(folder);
            return null;
        }

        // A name that is not UTF-8 arrives with U+FFFD in it, which may be the name of another file.
        if (_ids.Contains(id))
        {
            return SkipReason.Unreadable;
        }

        if (ReadFile(entry.FullName, out string text) is { } reason)
        {
            return reason;
        }

        _ids.Add(id);
        _documents.Add(new SourceDocument(id, text));
        return null;
    }

    private SkipReason? ReadFile(string path, out string text)
    {
        text = "";
        long left = _limits.MaxTotalBytes - _bytes;
        if (!RegularFile.TryRead(path, _root, Math.Min(_limits.MaxFileBytes, left), out byte[]? bytes, out SkipReason reason))
        {
            return reason == SkipReason.TooLarge && left < _limits.MaxFileBytes ? SkipReason.TotalLimit : reason;
        }

        if (Utf8Text.Decode(bytes) is not { } decoded)
        {
            return SkipReason.Binary;
        }

        if (string.IsNullOrWhiteSpace(decoded))
        {
            return SkipReason.Empty;
        }

        _bytes += bytes.Length;
        text = decoded;
        return null;
    }
}
