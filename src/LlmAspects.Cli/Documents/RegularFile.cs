using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace LlmAspects.Cli.Documents;

/// <summary>Opens a file so that only a regular one inside the folder is ever read, even if the tree changes while it is read.</summary>
internal static class RegularFile
{
    /// <summary>Reads at most <paramref name="limit"/> bytes.</summary>
    /// <param name="path">The path as it was found.</param>
    /// <param name="root">The real path of the folder.</param>
    /// <param name="limit">The largest size that is read; the size is enforced on the bytes that arrive, not on what the file system claims.</param>
    /// <param name="bytes">The whole content.</param>
    /// <param name="reason">Why it was not read.</param>
    public static bool TryRead(string path, string root, long limit, [NotNullWhen(true)] out byte[]? bytes, out SkipReason reason)
    {
        bytes = null;
        try
        {
            using SafeFileHandle? handle = Open(path, root, out reason);
            if (handle is null)
            {
                return false;
            }

            long length = RandomAccess.GetLength(handle);
            if (length > limit || !TryReadAll(handle, length, limit, out bytes))
            {
                reason = SkipReason.TooLarge;
                return false;
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reason = SkipReason.Unreadable;
            return false;
        }
    }

    /// <summary>Whether a regular file below the folder begins with these bytes.</summary>
    public static bool StartsWith(string path, string folder, ReadOnlySpan<byte> start)
    {
        using SafeFileHandle? handle = Open(path, FolderPath.Real(folder), out _);
        byte[] found = new byte[start.Length];
        return handle is not null && RandomAccess.Read(handle, found, 0) == start.Length && start.SequenceEqual(found);
    }

    private static SafeFileHandle? Open(string path, string root, out SkipReason reason)
    {
        reason = default;
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path);
        }

        if (PosixFile.IsRegular(path) is not true and var regular)
        {
            reason = regular is null ? SkipReason.Unreadable : SkipReason.NotRegular;
            return null;
        }

        SafeFileHandle handle = PosixFile.Open(path, out bool notRegular);
        SkipReason? problem = handle.IsInvalid ? notRegular ? SkipReason.NotRegular : SkipReason.Unreadable
            : !PosixFile.IsRegular(handle) ? SkipReason.NotRegular
            : !FolderPath.Contains(root, PosixFile.RealPath(handle, path)) ? SkipReason.LinkOutside
            : null;
        if (problem is null)
        {
            return handle;
        }

        handle.Dispose();
        reason = problem.Value;
        return null;
    }

    private static bool TryReadAll(SafeFileHandle handle, long length, long limit, [NotNullWhen(true)] out byte[]? bytes)
    {
        using var content = new MemoryStream(checked((int)length));
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = RandomAccess.Read(handle, buffer, content.Length)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > limit)
            {
                bytes = null;
                return false;
            }
        }

        bytes = content.ToArray();
        return true;
    }
}
