using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TagIsNeverRecordedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TagIsNeverRecordedAnalyzerTests
{
    [Fact]
    public Task MethodWithoutAspect_IsReportedAtEachTag() => Verify.VerifyAsync("""
        public class Router
        {
            [{|LLMA2003:Tag("llm.length", "{text.Length}")|}]
            public int Count([{|LLMA2003:Tag|}] string text) => text.Length;
        }
        """);

    [Fact]
    public Task Message_NamesTagAndMethod() => Verify.VerifyMessageAsync("""
        public class Router
        {
            public int Count([{|#0:Tag|}] string givenText) => givenText.Length;
        }
        """,
        "The tag 'given_text' is never recorded: add [ErrorContext] or [TracePerformance] to 'Count', or remove the tag");

    [Fact]
    public Task MethodWithAspect_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext, Tag("llm.length", "{text.Length}")] public partial int Count([Tag] string text);
            private int CountCore(string text) => text.Length;
            [TracePerformance] public partial int Measure([Tag] string text);
            private int MeasureCore(string text) => text.Length;
        }
        """);

    [Fact]
    public Task CoreMethod_IsReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int Count(string text);
            private int CountCore([{|LLMA2003:Tag|}] string text) => text.Length;
        }
        """);

    [Fact]
    public Task TagOfMethodWithUserAspectAlone_IsReported() => Verify.VerifyAsync("""
        public struct Audit
        {
            public void OnEnter() { }
        }
        public partial class Router
        {
            [Aspect<Audit>] public partial int Ask([{|LLMA2003:Tag|}] int number);
            private int AskCore(int number) => number;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public class Router
        {
        #pragma warning disable LLMA2003
            public int Count([Tag] string text) => text.Length;
        #pragma warning restore LLMA2003
        }
        """);
}
