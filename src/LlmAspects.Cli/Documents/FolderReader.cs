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
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _unread = [];

    /// <summary>Creates a reader, which reads once.</summary>
    /// <param name="folder">A folder that exists.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="reportFolder">A folder of this tool's own output, never read; the default is <see langword="null"/>: there is none.</param>
    public FolderReader(string folder, ReadLimits limits, string? reportFolder = null)
    {
        _root = FolderPath.Real(folder);
        _limits = limits;
        _reportFolder = reportFolder is null ? null : FolderPath.Real(reportFolder);
    }

    /// <summary>The bytes of the files read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>What was left out so far.</summary>
    public SkipLog Skipped { get; } = new();

    /// <summary>Reads a folder that exists.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="reportFolder">A folder of this tool's own output, never read; <see langword="null"/> when there is none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static FolderContents Read(string folder, ReadLimits limits, string? reportFolder, CancellationToken cancellationToken)
    {
        var reader = new FolderReader(folder, limits, reportFolder);
        var documents = new List<SourceDocument>();
        foreach (FolderFile file in reader.ReadFiles(cancellationToken))
        {
            if (reader.Open(file) is { } document)
            {
                documents.Add(document);
            }
        }

        return new FolderContents(documents, reader.Bytes, reader.Skipped);
    }

    /// <summary>Reads the text files one after another, in a fixed order.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public IEnumerable<FolderFile> ReadFiles(CancellationToken cancellationToken)
    {
        var pending = new Stack<(DirectoryInfo Folder, int Depth)>();
        pending.Push((new DirectoryInfo(_root), 0));
        while (pending.TryPop(out (DirectoryInfo Folder, int Depth) current))
        {
            var folders = new List<DirectoryInfo>();
            foreach (FileSystemInfo entry in EntriesOf(current.Folder, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                string id = FolderPath.Relative(_root, Path.Join(current.Folder.FullName, entry.Name));
                FolderFile? file = null;
                if ((Inspect(entry, current.Depth) ?? Take(entry, id, folders, out file)) is { } reason)
                {
                    Skip(reason, id);
                }
                else if (file is not null)
                {
                    yield return file;
                }
            }

            // The stack turns the order round.
            folders.Reverse();
            folders.ForEach(folder => pending.Push((folder, current.Depth + 1)));
        }
    }

    /// <summary>The document of a file; <see langword="null"/>, and logged as that, when a page has no text.</summary>
    public SourceDocument? Open(FolderFile file)
    {
        SourceDocument document = file.ToDocument();
        if (!string.IsNullOrWhiteSpace(document.Text))
        {
            return document;
        }

        Skipped.Add(SkipReason.Empty, file.Id);
        return null;
    }

    /// <summary>Whether a file may be there and could not be read: it, or a folder above it, is not readable now.</summary>
    public bool IsUnread(string id) =>
        _unread.Exists(path => path == "." || id == path || (id.Length > path.Length && id[path.Length] == '/' && id.StartsWith(path, StringComparison.Ordinal)));

    private void Skip(SkipReason reason, string id)
    {
        Skipped.Add(reason, id);
        if (reason == SkipReason.Unreadable)
        {
            _unread.Add(id);
        }
    }

    private List<FileSystemInfo> EntriesOf(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        try
        {
            var entries = new List<FileSystemInfo>();
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                cancellationToken.ThrowIfCancellationRequested();
                entries.Add(entry);
            }

            entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Skip(SkipReason.Unreadable, FolderPath.Relative(_root, folder.FullName));
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
            _ when !isFolder && _ids.Count >= _limits.MaxFiles => SkipReason.FileLimit,
            _ => null,
        };
    }

    private SkipReason InspectLink(FileSystemInfo link)
    {
        string? target = OperatingSystem.IsWindows() ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName : PosixFile.RealPath(link.FullName);
        return FolderPath.Contains(_root, target) ? SkipReason.LinkInside : SkipReason.LinkOutside;
    }

    private SkipReason? Take(FileSystemInfo entry, string id, List<DirectoryInfo> folders, out FolderFile? file)
    {
        file = null;
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

        if (ReadFile(entry.FullName, id, out file) is { } reason)
        {
            return reason;
        }

        _ids.Add(id);
        return null;
    }

    private SkipReason? ReadFile(string path, string id, out FolderFile? file)
    {
        file = null;
        long left = _limits.MaxTotalBytes - Bytes;
        if (!RegularFile.TryRead(path, _root, Math.Min(_limits.MaxFileBytes, left), out byte[]? bytes, out SkipReason reason))
        {
            return reason == SkipReason.TooLarge && left < _limits.MaxFileBytes ? SkipReason.TotalLimit : reason;
        }

        if (Utf8Text.Decode(bytes) is not { } text)
        {
            return SkipReason.Binary;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return SkipReason.Empty;
        }

        Bytes += bytes.Length;
        file = new FolderFile(id, bytes, text);
        return null;
    }
}
