using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TranslationTypeIsUnusableAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TranslationTypeIsUnusableAnalyzerTests
{
    [Fact]
    public Task TypeWithoutTheConstructor_IsExplained() => Verify.VerifyMessageAsync(
        """
        public sealed class Lost(string message) : Exception(message);
        public partial class Router
        {
            [ErrorContext({|#0:TranslateTo = typeof(Lost)|})] public partial int Ask();
            private int AskCore() => 1;
        }
        """,
        "Errors are not translated to 'Lost': it has no constructor (string, Exception) that generated code can call; add one that is internal or public");

    [Fact]
    public Task RequiredMembers_AreExplained() => Verify.VerifyMessageAsync(
        """
        public class Coded : Exception
        {
            public Coded(string message, Exception cause) : base(message, cause) { }
            public required string Code { get; init; }
        }
        public sealed class Lost(string message, Exception cause) : Coded(message, cause);
        public partial class Router
        {
            [ErrorContext({|#0:TranslateTo = typeof(Lost)|})] public partial int Ask();
            private int AskCore() => 1;
        }
        """,
        "Errors are not translated to 'Lost': it has required members, which generated code cannot know; mark the constructor (string, Exception) with [SetsRequiredMembers]");

    [Theory]
    [InlineData("Exception")]
    [InlineData("string")]
    [InlineData("int[]")]
    [InlineData("Abstract")]
    [InlineData("Open<>")]
    [InlineData("Hidden")]
    [InlineData("Router.Private")]
    [InlineData("Protected")]
    [InlineData("Reference")]
    [InlineData("Obsolete")]
    public Task TypeThatCannotBeCreated_IsReported(string type) => Verify.VerifyAsync($$"""
        public abstract class Abstract(string message, Exception cause) : Exception(message, cause);
        public class Open<T>(string message, Exception cause) : Exception(message, cause);
        file class Hidden(string message, Exception cause) : Exception(message, cause);
        public class Protected : Exception
        {
            protected Protected(string message, Exception cause) : base(message, cause) { }
        }
        public class Reference : Exception
        {
            public Reference(string message, in Exception cause) : base(message, cause) { }
        }
        public class Obsolete : Exception
        {
            [Obsolete("no", true)] public Obsolete(string message, Exception cause) : base(message, cause) { }
        }
        public partial class Router
        {
            [ErrorContext({|LLMA2022:TranslateTo = typeof({{type}})|})] public partial int Ask();
            private int AskCore() => 1;
            private class Private(string message, Exception cause) : Exception(message, cause);
        }
        """);

    [Fact]
    public Task Property_IsLookedAtToo() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext({|LLMA2022:TranslateTo = typeof(string)|})] public partial int Count { get; }
            private int GetCountCore() => 1;
        }
        """);

    [Fact]
    public Task UsableTypes_AreLeftAlone() => Verify.VerifyAsync("""
        public class Failure<T>(string message, Exception? cause) : Exception(message, cause);
        public sealed class Coded : Exception
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            internal Coded(string message, Exception cause) : base(message, cause) => Code = message;
            public required string Code { get; init; }
        }
        public partial class Router
        {
            [ErrorContext(TranslateTo = typeof(Failure<int>))] public partial int Ask();
            private int AskCore() => 1;
            [ErrorContext(TranslateTo = typeof(Coded))] public partial void Tell();
            private void TellCore() { }
            [ErrorContext(TranslateTo = null)] public partial void Say();
            private void SayCore() { }
            [ErrorContext(TranslateTo = typeof(InvalidOperationException))] public partial void Look();
            private void LookCore() { }
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA2022
            [ErrorContext(TranslateTo = typeof(string))] public partial int Ask();
        #pragma warning restore LLMA2022
            private int AskCore() => 1;
        }
        """);
}
