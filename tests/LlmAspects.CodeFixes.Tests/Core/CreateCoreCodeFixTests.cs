using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Target.CoreMethodIsMissingAnalyzer, LlmAspects.CodeFixes.Core.CreateCoreCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Core;

public class CreateCoreCodeFixTests
{
    [Fact]
    public Task MissingCores_AreCreatedAfterTheirDeclarations() => Verify.VerifyAsync(
        """
        public partial class Sample
        {
            /// <summary>Asks.</summary>
            [ErrorContext]
            public partial Task<int> {|CS8795:{|LLMA0003:AskAsync|}|}(string prompt, int number = 1, CancellationToken cancellationToken = default); // asks

            [TracePerformance]
            internal static partial ref int {|CS8795:{|LLMA0003:Find|}|}<T>(in T key, params int[] numbers)
                where T : class, new();

            public int Last;
        }
        """,
        """
        public partial class Sample
        {
            /// <summary>Asks.</summary>
            [ErrorContext]
            public partial Task<int> AskAsync(string prompt, int number = 1, CancellationToken cancellationToken = default); // asks

            private Task<int> AskCoreAsync(string prompt, int number, CancellationToken cancellationToken) => throw new NotImplementedException();

            [TracePerformance]
            internal static partial ref int Find<T>(in T key, params int[] numbers)
                where T : class, new();

            private static ref int FindCore<T>(in T key, params int[] numbers)
                where T : class, new() => throw new NotImplementedException();

            public int Last;
        }
        """);

    [Fact]
    public Task AccessorsOfProperties_GetTheirCores() => Verify.VerifyAsync(
        """
        using System.Diagnostics.CodeAnalysis;

        public partial class Sample
        {
            [ErrorContext, AllowNull] public partial string {|CS9248:{|LLMA0003:Name|}|} { get; set; }

            [TracePerformance] public partial List<string?> {|CS9248:{|LLMA0003:this|}|}[int index] { get; }
        }
        """,
        """
        using System.Diagnostics.CodeAnalysis;

        public partial class Sample
        {
            [ErrorContext, AllowNull] public partial string Name { get; set; }

            private string GetNameCore() => throw new NotImplementedException();

            private void SetNameCore([AllowNull] string value) => throw new NotImplementedException();

            [TracePerformance] public partial List<string?> this[int index] { get; }

            private List<string?> GetItemCore(int index) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task AttributesOfBothParts_StandOnCore() => Verify.VerifyAsync(
        """
        using System.Diagnostics.CodeAnalysis;

        public partial class Sample
        {
            [ErrorContext, RequiresUnreferencedCode("It reflects.")]
            [return: NotNullIfNotNull(nameof(text))]
            public partial string? {|CS8795:{|LLMA0003:Ask|}|}(string? text, [Tag] int number);
        }
        """,
        """
        using System.Diagnostics.CodeAnalysis;

        public partial class Sample
        {
            [ErrorContext, RequiresUnreferencedCode("It reflects.")]
            [return: NotNullIfNotNull(nameof(text))]
            public partial string? Ask(string? text, [Tag] int number);

            [RequiresUnreferencedCode("It reflects.")]
            [return: NotNullIfNotNull(nameof(text))]
            private string? AskCore(string? text, int number) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task NameThatIsTaken_HasNoFix() => Verify.VerifyAsync(
        """
        public partial class Sample
        {
            public int AskCore;

            [ErrorContext] public partial int {|CS8795:{|LLMA0003:Ask|}|}();
        }
        """,
        """
        public partial class Sample
        {
            public int AskCore;

            [ErrorContext] public partial int {|CS8795:{|LLMA0003:Ask|}|}();
        }
        """);
}
