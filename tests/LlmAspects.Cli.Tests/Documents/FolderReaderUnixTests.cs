using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class FolderReaderUnixTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactOnUnix]
    public void Fifo_IsSkippedWithoutWaitingForAWriter()
    {
        _folder.Shell("mkfifo queue.md");

        ShouldSkipOnly(Read(), SkipReason.NotRegular);
    }

    [FactOnUnix]
    public void LinkOutOfTheFolder_IsNotFollowed()
    {
        File.CreateSymbolicLink(_folder["passwd.md"], "/etc/passwd");
        Directory.CreateSymbolicLink(_folder["etc"], "/etc");

        FolderContents contents = Read();

        contents.Documents.ShouldBeEmpty();
        contents.Skipped.CountOf(SkipReason.LinkOutside).ShouldBe(2);
    }

    [FactOnUnix]
    public void LinkInsideTheFolder_DoesNotReadADocumentTwiceNorASecretUnderAnotherName()
    {
        _folder.Write("real.md", "once");
        _folder.Write(".env", "KEY=1");
        File.CreateSymbolicLink(_folder["again.md"], _folder["real.md"]);
        File.CreateSymbolicLink(_folder["harmless.md"], _folder[".env"]);
        Directory.CreateSymbolicLink(_folder["loop"], _folder.Root);

        FolderContents contents = Read();

        contents.Documents.Single().Id.ShouldBe("real.md");
        contents.Skipped.CountOf(SkipReason.LinkInside).ShouldBe(2);
        contents.Skipped.CountOf(SkipReason.LinkOutside).ShouldBe(1, "the folder itself does not lie inside the folder");
    }

    [FactOnUnix]
    public void FolderGivenThroughALink_IsRead()
    {
        _folder.Write("real/a.md", "text");
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);

        FolderReader.Read(_folder["link"], new ReadLimits(), reportFolder: null, CancellationToken.None).Documents.Single().Id.ShouldBe("a.md");
    }

    [FactOnUnix]
    public void FileThatCannotBeOpened_IsCountedAsUnreadable()
    {
        // Permissions do not stop root; a name that is not UTF-8 stops everybody.
        _folder.Shell("printf text > $'\\xff.md'");

        FolderContents contents = Read();

        _folder.Shell("rm ./*.md");
        ShouldSkipOnly(contents, SkipReason.Unreadable);
    }

    [FactOnUnix]
    public void NameThatArrivesAsThatOfAnotherFile_IsReadOnce()
    {
        _folder.Shell("printf text > $'a\\xff.md'; printf text > $'a\\xef\\xbf\\xbd.md'; mkdir $'d\\xff' $'d\\xef\\xbf\\xbd'; printf text > $'d\\xef\\xbf\\xbd/b.md'");

        FolderContents contents = Read();

        _folder.Shell("rm -r ./*");
        contents.Documents.Select(document => document.Id).ShouldBe(["a\uFFFD.md", "d\uFFFD/b.md"]);
        contents.Skipped.CountOf(SkipReason.Unreadable).ShouldBe(2);
        contents.Bytes.ShouldBe(8);
    }

    [FactOnUnix]
    public void PathThatIsTooLongForTheSystem_IsCountedAsUnreadable()
    {
        _folder.Write("a.md", "text");
        _folder.Shell("name=$(printf 'x%.0s' {1..250}); for i in {1..17}; do mkdir $name; cd $name; done; printf text > a.md");

        FolderContents contents = Read();

        _folder.Shell("rm -r x*");
        contents.Documents.ShouldHaveSingleItem().Id.ShouldBe("a.md");
        contents.Skipped.CountOf(SkipReason.Unreadable).ShouldBe(1);
    }

    private FolderContents Read() => FolderReader.Read(_folder.Root, new ReadLimits(), reportFolder: null, CancellationToken.None);

    private static void ShouldSkipOnly(FolderContents contents, SkipReason reason)
    {
        contents.Documents.ShouldBeEmpty();
        contents.Skipped.CountOf(reason).ShouldBe(1);
        contents.Skipped.Count.ShouldBe(1);
    }
}
