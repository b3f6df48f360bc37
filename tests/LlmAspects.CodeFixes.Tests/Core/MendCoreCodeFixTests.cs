using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Target.CoreMethodSignatureDiffersAnalyzer, LlmAspects.CodeFixes.Core.MendCoreCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Core;

public class MendCoreCodeFixTests
{
    [Theory]
    [InlineData("int Ask(int number)", "public int AskCore(int number)", "private int AskCore(int number)")]
    [InlineData("int Ask(int number)", "private static int AskCore(int number)", "private int AskCore(int number)")]
    [InlineData("int Ask(int number)", "int AskCore(long other)", "private int AskCore(int other)")]
    [InlineData("int Ask(in int number)", "private int AskCore(int n)", "private int AskCore(in int n)")]
    [InlineData("int Ask(int number, string? text)", "private int AskCore(int number, string text)", "private int AskCore(int number, string? text)")]
    [InlineData("int Ask(int number, string text)", "private int AskCore(int number)", "private int AskCore(int number, string text)")]
    [InlineData("int Ask(int number, string text)", "private int AskCore(string text, int number)", "private int AskCore(int number, string text)")]
    [InlineData("int Ask(int number)", "private long AskCore(int number)", "private int AskCore(int number)")]
    [InlineData("int Ask(Span<int> number)", "private int AskCore(scoped Span<int> number)", "private int AskCore(Span<int> number)")]
    [InlineData("int Ask<T>(T number) where T : class", "private int AskCore<T>(T number)", "private int AskCore<T>(T number) where T : class")]
    [InlineData("int Ask<T>(T number)", "private int AskCore<U>(U[] number)", "private int AskCore<U>(U number)")]
    [InlineData("int Ask<T>(T number)", "private int AskCore(object number)", "private int AskCore<T>(T number)")]
    [InlineData("int Ask([DisallowNull] string? text)", "private int AskCore(string? text)", "private int AskCore([DisallowNull] string? text)")]
    [InlineData("int Ask(string? text)", "private int AskCore([DisallowNull] string? text)", "private int AskCore(string? text)")]
    public Task Difference_IsMended(string declaration, string core, string mended) => Verify.VerifyAsync(
        SourceOf(declaration.Replace("Ask", "{|CS8795:{|LLMA0004:Ask|}|}", StringComparison.Ordinal), core),
        SourceOf(declaration, mended));

    [Fact]
    public Task CoreInAnotherFile_KeepsItsBodyAttributesAndAsync() => Verify.VerifyAsync(
        [
            """
            using System.Text;
            public partial class Sample
            {
                [ErrorContext, System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It reflects.")]
                public static partial Task {|CS8795:{|LLMA0004:TellAsync|}|}(StringBuilder text, CancellationToken cancellationToken = default);

                [ErrorContext] public partial int {|CS9248:{|LLMA0004:Length|}|} { get; set; }
            }
            """,
            """
            public partial class Sample
            {
                // Its own remark.
                [Obsolete("Call TellAsync.")]
                async Task TellCoreAsync(object words, CancellationToken token)
                {
                    await Task.Delay(1, token); // waits
                }

                private long GetLengthCore() => 1;
                private void SetLengthCore(long length) { }
            }
            """,
        ],
        [
            """
            using System.Text;
            public partial class Sample
            {
                [ErrorContext, System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It reflects.")]
                public static partial Task TellAsync(StringBuilder text, CancellationToken cancellationToken = default);

                [ErrorContext] public partial int Length { get; set; }
            }
            """,
            """
            public partial class Sample
            {
                // Its own remark.
                [Obsolete("Call TellAsync.")]
                [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It reflects.")]
                private static async Task TellCoreAsync(System.Text.StringBuilder words, CancellationToken token)
                {
                    await Task.Delay(1, token); // waits
                }

                private int GetLengthCore() => 1;
                private void SetLengthCore(int length) { }
            }
            """,
        ]);

    [Fact]
    public Task BodyThatNeedsTheOldSignature_HasNoFix()
    {
        const string Source = """
            public partial class Sample
            {
                [ErrorContext] public partial int {|CS8795:{|LLMA0004:Ask|}|}(int number);
                private int AskCore(string text) => text.Length;
            }
            """;
        return Verify.VerifyAsync(Source, Source);
    }

    private static string SourceOf(string declaration, string core) =>
        $$"""
        using System.Diagnostics.CodeAnalysis;

        public partial class Sample
        {
            [ErrorContext] public partial {{declaration}};
            {{core}} => 1;
        }
        """;
}
