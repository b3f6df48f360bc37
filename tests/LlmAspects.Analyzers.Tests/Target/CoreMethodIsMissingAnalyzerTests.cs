using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.CoreMethodIsMissingAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class CoreMethodIsMissingAnalyzerTests
{
    [Fact]
    public Task PropertyWithoutTheCoreOfItsSetter_NamesTheDeclaration() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext] public partial string? {|#0:Model|} { get; set; }
            private string? GetModelCore() => null;
        }
        """,
        "Declare 'private void SetModelCore(string? value)': it is the body that the aspects of 'Model' wrap");

    [Fact]
    public Task NoCore_MessageSpellsTheDeclaration() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext]
            public static partial Task<List<T?>> {|#0:AskAsync|}<T>(in int question, string? @class = null, CancellationToken cancellationToken = default)
                where T : class, new();
        }
        """,
        "Declare 'private static Task<List<T?>> AskCoreAsync<T>(in int question, string? @class, CancellationToken cancellationToken) where T : class, new()': "
        + "it is the body that the aspects of 'AskAsync' wrap");

    [Fact]
    public Task CoreThatBelongsToAnotherOverload_IsNotMistaken() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int Ask(int question);
            [ErrorContext] public partial int {|LLMA0003:Ask|}(string question);
            private int AskCore(int question) => question;
        }
        """);

    [Fact]
    public Task CoreInTheBaseType_DoesNotCount() => Verify.VerifyAsync("""
        public class Origin
        {
            protected int AskCore() => 1;
        }
        public partial class Router : Origin
        {
            [ErrorContext] public partial int {|LLMA0003:Ask|}();
        }
        """);

    [Fact]
    public Task CoreWithAsyncInTheWrongPlace_DoesNotCount() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial Task {|LLMA0003:AskAsync|}();
            private Task AskAsyncCore() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task CoreInAnotherPart_IsFound() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial Task AskAsync();
            [ErrorContext] public partial int Async();
        }
        public partial class Router
        {
            private Task AskCoreAsync() => Task.CompletedTask;
            private int AsyncCore() => 1;
        }
        """);
}
