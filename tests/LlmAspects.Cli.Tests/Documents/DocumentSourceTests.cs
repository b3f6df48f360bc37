using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class DocumentSourceTests
{
    [Fact]
    public void FolderInsideACheckout_FindsItsDocs()
    {
        using var folder = new TempFolder();
        folder.Write("LlmAspects.sln", "");
        folder.Write("docs/a.md", "text");
        Directory.CreateDirectory(folder["src/deep"]);

        DocumentSource.FindRepositoryDocs(folder["src/deep"]).ShouldBe(folder["docs"]);
    }

    [Fact]
    public void FolderOutsideACheckout_FindsNothing()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["docs"]);

        DocumentSource.FindRepositoryDocs(folder.Root).ShouldBeNull();
    }

    [Fact]
    public void DocumentsInsideTheTool_AreThoseOfTheCheckout()
    {
        string docs = DocumentSource.FindRepositoryDocs(AppContext.BaseDirectory).ShouldNotBeNull();
        FolderContents checkout = FolderReader.Read(docs, new ReadLimits(), reportFolder: null, CancellationToken.None);

        DocumentSource.ReadEmbedded().Documents.Select(document => (document.Id, document.Text))
            .ShouldBe(checkout.Documents.Where(document => document.Id.EndsWith(".md", StringComparison.Ordinal)).Select(document => (document.Id, document.Text)), ignoreOrder: true);
    }
}
