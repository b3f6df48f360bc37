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
    public Task MethodThatIsOnlyRetried_IsReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [RetryWithBackoff, {|LLMA2003:Tag("llm.length", "{text.Length}")|}] public partial int Count([{|LLMA2003:Tag(Metric = true)|}] string text);
            private int CountCore(string text) => text.Length;
            [RetryWithBackoff, ErrorContext] public partial int Measure([Tag] string text);
            private int MeasureCore(string text) => text.Length;
            [RetryWithBackoff, TracePerformance] public partial int Weigh([Tag] string text);
            private int WeighCore(string text) => text.Length;
        }
        """);

    [Fact]
    public Task ResultWithoutTrace_IsReported() => Verify.VerifyMessageAsync("""
        public partial class Router
        {
            [ErrorContext, {|#0:Tag("llm.words", "{result}")|}] public partial int Count([Tag] string text);
            private int CountCore(string text) => text.Length;
            [TracePerformance, Tag("llm.words", "{result}")] public partial int Measure();
            private int MeasureCore() => 1;
        }
        """,
        "The tag 'llm.words' is never recorded: an error has no result; add [TracePerformance] to 'Count', or remove the tag");

    [Fact]
    public Task LastItemWithoutTrace_IsReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext, {|LLMA2003:Tag("last", "{last}")|}] public partial IEnumerable<int> Count([Tag] int end);
            private IEnumerable<int> CountCore(int end) => [];
        }
        """);

    [Fact]
    public Task AccessorsOfPropertyWithoutAspect_AreReportedOnce() => Verify.VerifyAsync("""
        public class Router
        {
            public int Number { [{|LLMA2003:Tag("number", "{result}")|}] get => 1; [param: {|LLMA2003:Tag|}] set { } }
            public int this[[{|LLMA2003:Tag|}] int index] { get => index; set { } }
        }
        """);

    [Fact]
    public Task AccessorsOfPropertyWithAspect_AreNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance] public partial int Number { [Tag("number", "{result}")] get; [param: Tag] set; }
            private int GetNumberCore() => 1;
            private void SetNumberCore(int value) { }
            [ErrorContext] public partial int this[[Tag] int index] { get; set; }
            private int GetItemCore(int index) => index;
            private void SetItemCore(int index, int value) { }
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
