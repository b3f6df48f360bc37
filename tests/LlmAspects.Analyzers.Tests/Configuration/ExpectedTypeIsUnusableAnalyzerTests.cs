using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.ExpectedTypeIsUnusableAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class ExpectedTypeIsUnusableAnalyzerTests
{
    [Fact]
    public Task PrivateType_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext(Expected = [typeof(FormatException), {|#0:typeof(Lost)|}])] public partial int Ask();
            private int AskCore() => 1;
            private sealed class Lost : Exception;
        }
        """,
        "'Router.Lost' is not expected: generated code cannot see it; make it and the types around it internal or public");

    [Fact]
    public Task OtherTypes_AreReported() => Verify.VerifyAsync("""
        public class Failure<T> : Exception;
        file class Hidden : Exception;
        public partial class Router
        {
            [ErrorContext(Expected = new[] { {|LLMA2021:typeof(string)|}, {|LLMA2021:typeof(int[])|}, {|LLMA2021:typeof(Failure<>)|} })] public partial int Ask();
            private int AskCore() => 1;
            [ErrorContext(Expected = new Type[] { {|LLMA2021:typeof(Hidden)|}, {|LLMA2021:typeof(Failure<Hidden>)|}, {|LLMA2021:null!|} })] public partial void Tell();
            private void TellCore() { }
        }
        """);

    [Fact]
    public Task VisibleExceptions_AreLeftAlone() => Verify.VerifyAsync("""
        public class Failure<T> : Exception;
        public partial class Router
        {
            [ErrorContext(Expected = [typeof(Exception), typeof(Failure<int>), typeof(Lost)])] public partial int Ask();
            private int AskCore() => 1;
            [ErrorContext(Expected = [])] public partial void Tell();
            private void TellCore() { }
            internal sealed class Lost : Exception;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA2021
            [ErrorContext(Expected = [typeof(string)])] public partial int Ask();
        #pragma warning restore LLMA2021
            private int AskCore() => 1;
        }
        """);
}
