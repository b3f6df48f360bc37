using LlmAspects.CodeFixes.Conversion.Inlining;
using LlmAspects.CodeFixes.Tests.Conversion.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class InlineCoreCodeRefactoringTests
{
    private const string Sample = """
        public partial class Sample
        {
            [ErrorContext] public partial int One();
            private int OneCore() => 1;

            [TracePerformance] public partial int Two();
            private int TwoCore() => 2;

            public partial int Three();
            public partial int Three() => 3;
        }
        """;

    [Fact]
    public async Task CaretInADeclaration_IsOffered()
    {
        (await FindOfferedAsync(Sample, "One()")).ShouldHaveSingleItem().Title.ShouldBe("Remove the aspects and inline 'OneCore'");
        (await FindOfferedAsync(Sample, "OneCore")).ShouldBeEmpty();
        (await FindOfferedAsync(Sample, "Three()")).ShouldBeEmpty();
        (await FindOfferedAsync(Sample, "class")).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfferedAction_ChangesThatMethodAlone()
    {
        var action = (await FindOfferedAsync(Sample, "Two()")).ShouldHaveSingleItem();
        var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().ShouldHaveSingleItem();
        var text = await change.ChangedSolution.Projects.Single().Documents.First().GetTextAsync();
        text.ToString().ShouldBe(Sample.Replace("[TracePerformance] public partial int Two();\n    private int TwoCore()", "public int Two()", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AllDeclarationsOfASpan_AreFound()
    {
        var document = ConversionCheck.OpenProject(Sample).Documents.First();
        var first = new TextSpan(0, Sample.IndexOf("OneCore", StringComparison.Ordinal));
        (await InlineCoreRefactorAllProvider.FindPlacesAsync(document, null, CancellationToken.None)).Count.ShouldBe(2);
        (await InlineCoreRefactorAllProvider.FindPlacesAsync(document, [first], CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task CoreElsewhereInTheType_ComesBack() => (await ConversionCheck.InlineAsync(
        """
        public partial class Sample
        {
            /// <summary>Asks.</summary>
            [ErrorContext, RetryWithBackoff(MaxAttempts = 2), Tag("a", "{text}")]
            public partial Task<string> AskAsync([Tag] string text = "a", [Redact] string secret = "b");

            [TracePerformance] // measured
            public partial int Count();

            // Slow on purpose.
            private int CountCore()
            {
                return 1;
            } // done

            public int Other() => 3;

            private async Task<string> AskCoreAsync(string text, string secret) => await Task.FromResult(text + secret);
        }
        """)).ShouldBe(
        """
        public partial class Sample
        {
            /// <summary>Asks.</summary>
            public async Task<string> AskAsync(string text = "a", string secret = "b") => await Task.FromResult(text + secret);

            // Slow on purpose.
            // measured
            public int Count()
            {
                return 1;
            } // done

            public int Other() => 3;
        }
        """);

    [Theory]
    [InlineData("[ErrorContext] public partial int Ask();")]
    [InlineData("[ErrorContext] public partial int Ask(); private int AskCore(int n) => n;")]
    [InlineData("[ErrorContext] public partial int Ask(); private int AskCore() => 1; public int Other() => AskCore();")]
    [InlineData("[ErrorContext] public partial int Ask();\n    /// <summary>Body.</summary>\n    private int AskCore() => 1;")]
    [InlineData("[ErrorContext] public partial int Ask();\n#if !NEVER\n    private int AskCore() => 1;\n#endif")]
    public async Task DeclarationThatNeedsItsCore_IsLeftAlone(string members)
    {
        var source = $$"""
            public partial class Sample
            {
                {{members}}
            }
            """;
        (await ConversionCheck.InlineAsync(source)).ShouldBe(source);
    }

    private static async Task<IReadOnlyList<CodeAction>> FindOfferedAsync(string source, string caret)
    {
        var offered = new List<CodeAction>();
        var position = new TextSpan(source.IndexOf(caret, StringComparison.Ordinal), 0);
        var context = new CodeRefactoringContext(ConversionCheck.OpenProject(source).Documents.First(), position, offered.Add, CancellationToken.None);
        await new InlineCoreCodeRefactoring().ComputeRefactoringsAsync(context);
        return offered;
    }
}
