using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class RegularFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactOnUnix]
    public void FileReachedThroughAFolderThatBecameALink_IsRefusedAfterOpening()
    {
        Directory.CreateSymbolicLink(_folder["swapped"], "/etc");

        RegularFile.TryRead(_folder["swapped/passwd"], FolderPath.Real(_folder.Root), 1_000_000, out byte[]? bytes, out SkipReason reason).ShouldBeFalse();

        bytes.ShouldBeNull();
        reason.ShouldBe(SkipReason.LinkOutside);
    }

    [FactOnUnix]
    public void FileWithoutALengthThatGoesOn_IsCutAtTheLimit()
    {
        // The kernel's files say length 0 and deliver more.
        RegularFile.TryRead("/proc/self/status", "/", 16, out _, out SkipReason reason).ShouldBeFalse();

        reason.ShouldBe(SkipReason.TooLarge);
    }
}
