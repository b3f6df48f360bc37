using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LlmAspects.Cli.Documents;

/// <summary>The three calls that .NET has no name for: what kind of file it is, an open that never waits for a FIFO's writer, and the real path.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class PosixFile
{
    private const int NoSuchDeviceOrAddress = 6;
    private const int CurrentFolder = -100;
    private const int SymlinkNoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint TypeMask = 0xF000;
    private const uint RegularType = 0x8000;

    /// <summary>The full path without links; <see langword="null"/> when there is nothing.</summary>
    public static string? RealPath(string path) => RealPath(path, 0);

    /// <summary>The real path of what the handle has open, however the tree was changed meanwhile (elsewhere than on Linux: of the path).</summary>
    public static string? RealPath(SafeFileHandle handle, string path) =>
        RealPath(OperatingSystem.IsLinux() ? $"/proc/self/fd/{handle.DangerousGetHandle()}" : path);

    /// <summary>Opens for reading without waiting and without following a link at the end of the path.</summary>
    /// <returns>An invalid handle when it cannot be opened; <paramref name="notRegular"/> tells a socket from a refusal.</returns>
    public static SafeFileHandle Open(string path, out bool notRegular)
    {
        // O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC: the numbers differ by system, and on Linux by processor.
        int flags = OperatingSystem.IsMacOS() ? 0x4 | 0x100 | 0x1000000
            : RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x800 | 0x8000 | 0x80000
            : 0x800 | 0x20000 | 0x80000;
        int descriptor = Open(path, flags);
        notRegular = descriptor < 0 && Marshal.GetLastPInvokeError() == NoSuchDeviceOrAddress;
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Whether the path itself (not what it links to) is a regular file; asked before opening, because opening a device may already do something.
    /// <see langword="null"/>: it may not be looked at, or its name is not UTF-8.</summary>
    public static bool? IsRegular(string path) => !OperatingSystem.IsLinux() ? true : IsRegular(CurrentFolder, path, SymlinkNoFollow);

    /// <summary>Whether the handle has a regular file open. Elsewhere than on Linux: whether it can seek, which no FIFO, socket or terminal can.</summary>
    public static bool IsRegular(SafeFileHandle handle)
    {
        if (OperatingSystem.IsLinux())
        {
            return IsRegular((int)handle.DangerousGetHandle(), "", EmptyPath) == true;
        }

        using var probe = new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0);
        return probe.CanSeek;
    }

    private static bool? IsRegular(int folder, string path, int flags)
    {
        // struct statx has one layout on every processor: the mode is the 16 bits at offset 28.
        Span<byte> status = stackalloc byte[256];
        int failed = Statx(folder, path, flags, 1, ref MemoryMarshal.GetReference(status));
        ushort mode = BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(status[28..]) : BinaryPrimitives.ReadUInt16BigEndian(status[28..]);
        return failed == 0 ? (mode & TypeMask) == RegularType : null;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial string? RealPath(string path, nint buffer);
}
