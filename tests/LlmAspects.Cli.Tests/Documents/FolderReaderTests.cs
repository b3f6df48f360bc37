using System.Text;
using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class FolderReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TextFiles_AreReadInOrderWithTheirRelativePath()
    {
        _folder.Write("b.md", "second");
        _folder.Write("a/deep.txt", "third");
        _folder.Write("a.md", "first");

        FolderContents contents = Read();

        contents.Documents.Select(document => (document.Id, document.Text)).ShouldBe([("a.md", "first"), ("b.md", "second"), ("a/deep.txt", "third")]);
        contents.Bytes.ShouldBe(16);
        contents.Skipped.Count.ShouldBe(0);
    }

    [Fact]
    public void ByteOrderMark_IsNotPartOfTheText()
    {
        File.WriteAllBytes(_folder["marked.md"], [0xEF, 0xBB, 0xBF, (byte)'x']);

        Read().Documents.Single().Text.ShouldBe("x");
    }

    [Theory]
    [InlineData(".hidden.md", SkipReason.Hidden)]
    [InlineData(".git/config", SkipReason.Hidden)]
    [InlineData("node_modules/pkg/readme.md", SkipReason.BuildOutput)]
    [InlineData("bin/out.md", SkipReason.BuildOutput)]
    [InlineData("sub/obj/out.md", SkipReason.BuildOutput)]
    [InlineData(".env", SkipReason.SecretName)]
    [InlineData(".env.local", SkipReason.SecretName)]
    [InlineData("server.PEM", SkipReason.SecretName)]
    [InlineData("id_rsa", SkipReason.SecretName)]
    [InlineData("blank.md", SkipReason.Empty)]
    public void EntryThatMustNotBeRead_IsCountedWithItsReason(string name, object reason)
    {
        _folder.Write(name, name == "blank.md" ? " \n" : "content");

        ShouldSkipOnly(Read(), (SkipReason)reason);
    }

    [Fact]
    public void FileCalledBin_IsRead()
    {
        _folder.Write("bin", "a file, not a folder");

        Read().Documents.Single().Id.ShouldBe("bin");
    }

    [Fact]
    public void NulInTheFirst8Kilobytes_IsBinary()
    {
        _folder.Write("nul.md", new string('x', 8191) + "\0");

        ShouldSkipOnly(Read(), SkipReason.Binary);
    }

    [Fact]
    public void NulAfterTheFirst8Kilobytes_IsText()
    {
        _folder.Write("nul.md", new string('x', 8192) + "\0");

        Read().Documents.Count.ShouldBe(1);
    }

    [Fact]
    public void InvalidUtf8AtTheVeryEnd_IsBinary()
    {
        File.WriteAllBytes(_folder["latin1.txt"], [.. Encoding.UTF8.GetBytes(new string('x', 10_000)), 0xE9]);

        ShouldSkipOnly(Read(), SkipReason.Binary);
    }

    [Fact]
    public void HugeSparseFile_IsSkippedWithoutReadingIt()
    {
        using (FileStream stream = File.Create(_folder["huge.md"]))
        {
            stream.SetLength(100_000_000);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        FolderContents contents = Read();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
        ShouldSkipOnly(contents, SkipReason.TooLarge);
    }

    [Fact]
    public void FileAtTheLimit_IsReadAndOneByteMoreIsNot()
    {
        _folder.Write("fits.md", "12345");
        _folder.Write("large.md", "123456");

        FolderContents contents = Read(new ReadLimits { MaxFileBytes = 5 });

        contents.Documents.Single().Id.ShouldBe("fits.md");
        contents.Skipped.CountOf(SkipReason.TooLarge).ShouldBe(1);
    }

    [Fact]
    public void TotalLimit_LeavesOutWhatDoesNotFitAnyMore()
    {
        _folder.Write("a.md", "12345");
        _folder.Write("b.md", "12345");
        _folder.Write("c.md", "123");

        FolderContents contents = Read(new ReadLimits { MaxTotalBytes = 8 });

        contents.Documents.Select(document => document.Id).ShouldBe(["a.md", "c.md"]);
        contents.Skipped.CountOf(SkipReason.TotalLimit).ShouldBe(1);
    }

    [Fact]
    public void FileLimit_LeavesOutTheRest()
    {
        _folder.Write("a.md", "1");
        _folder.Write("b.md", "2");
        _folder.Write("c.md", "3");

        FolderContents contents = Read(new ReadLimits { MaxFiles = 2 });

        contents.Documents.Count.ShouldBe(2);
        contents.Skipped.CountOf(SkipReason.FileLimit).ShouldBe(1);
    }

    [Fact]
    public void FolderBelowTheDepthLimit_IsNotEntered()
    {
        _folder.Write("1/2/in.md", "at depth 2");
        _folder.Write("1/2/3/out.md", "at depth 3");

        FolderContents contents = Read(new ReadLimits { MaxDepth = 2 });

        contents.Documents.Single().Id.ShouldBe("1/2/in.md");
        contents.Skipped.CountOf(SkipReason.TooDeep).ShouldBe(1);
    }

    [Fact]
    public void ReportFolderInsideTheFolder_IsNotRead()
    {
        _folder.Write("a.md", "1");
        _folder.Write("out/report.md", "2");

        FolderContents contents = FolderReader.Read(_folder.Root, new ReadLimits(), _folder["out"], CancellationToken.None);

        contents.Documents.Single().Id.ShouldBe("a.md");
        contents.Skipped.CountOf(SkipReason.Report).ShouldBe(1);
    }

    [Fact]
    public void Cancelled_StopsReading()
    {
        _folder.Write("a.md", "1");

        Should.Throw<OperationCanceledException>(() => FolderReader.Read(_folder.Root, new ReadLimits(), reportFolder: null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void ManySkips_KeepAFewExamplesAndTheWholeCount()
    {
        for (int i = 0; i < 10; i++)
        {
            _folder.Write($".{i}", "hidden");
        }

        string line = Read().Skipped.Describe(new ReadLimits()).Single();

        line.ShouldBe("10 hidden (.0, .1, .2, ...)");
    }

    private FolderContents Read(ReadLimits? limits = null) => FolderReader.Read(_folder.Root, limits ?? new ReadLimits(), reportFolder: null, CancellationToken.None);

    private static void ShouldSkipOnly(FolderContents contents, SkipReason reason)
    {
        contents.Documents.ShouldBeEmpty();
        contents.Skipped.CountOf(reason).ShouldBe(1);
        contents.Skipped.Count.ShouldBe(1);
    }
}
