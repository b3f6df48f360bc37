using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class FolderReaderUnreadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sub", true)]
    [InlineData("sub/a.md", true)]
    [InlineData("sub/deep/a.md", true)]
    [InlineData("subway/a.md", false)]
    [InlineData("a.md", false)]
    public void FolderThatCannotBeOpened_LeavesOpenWhatIsBelow(string id, bool expected)
    {
        _folder.Write("a.md", "text");
        _folder.Write("sub/a.md", "text");
        var reader = new FolderReader(_folder.Root, new ReadLimits());

        foreach (FolderFile _ in reader.ReadFiles(CancellationToken.None))
        {
            Directory.Delete(_folder["sub"], recursive: true);
        }

        reader.Skipped.CountOf(SkipReason.Unreadable).ShouldBe(1);
        reader.IsUnread(id).ShouldBe(expected);
    }

    [Fact]
    public void RootThatCannotBeOpened_LeavesEverythingOpen()
    {
        var reader = new FolderReader(_folder["missing"], new ReadLimits());

        reader.ReadFiles(CancellationToken.None).ShouldBeEmpty();

        reader.IsUnread("any/file.md").ShouldBeTrue();
    }

    [Fact]
    public void PageWithoutText_IsLeftOut()
    {
        _folder.Write("a.html", "<script>x</script>");

        FolderContents contents = FolderReader.Read(_folder.Root, new ReadLimits(), reportFolder: null, CancellationToken.None);

        contents.Documents.ShouldBeEmpty();
        contents.Skipped.CountOf(SkipReason.Empty).ShouldBe(1);
    }
}
