using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Usage.TraceBlockIsNotDisposedAnalyzer, LlmAspects.CodeFixes.Tracing.UseTraceBlockCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Tracing;

public class UseTraceBlockCodeFixTests
{
    [Fact]
    public Task LostBlocks_AreHeldByUsing() => Verify.VerifyAsync(
        """
        using LlmAspects.Tracing;

        public class Sample
        {
            public void Run(int parse)
            {
                // First.
                {|LLMA3003:TraceBlock.Start("router", "score_models")|}; // scores
                _ = {|LLMA3003:TraceBlock.Start("router", "parse")|};
                if (parse > 0)
                {
                    {|LLMA3003:TraceBlock.Start("router", "score_models")|};
                }

                var held = {|LLMA3003:TraceBlock.Start("router", "held")|};
            }

            public void Stop() { {|LLMA3003:TraceBlock.Start("router", "score_models")|}; {|LLMA3003:TraceBlock.Start("router", "class")|}; }
        }
        """,
        """
        using LlmAspects.Tracing;

        public class Sample
        {
            public void Run(int parse)
            {
                // First.
                using var scoreModels = TraceBlock.Start("router", "score_models"); // scores
                using var parse2 = TraceBlock.Start("router", "parse");
                if (parse > 0)
                {
                    using var scoreModels2 = TraceBlock.Start("router", "score_models");
                }

                using var held = TraceBlock.Start("router", "held");
            }

            public void Stop() { using var scoreModels = TraceBlock.Start("router", "score_models"); using var block = TraceBlock.Start("router", "class"); }
        }
        """);

    [Fact]
    public Task PlacesWithoutRoomForAVariable_HaveNoFix()
    {
        const string Source = """
            using LlmAspects.Tracing;

            public class Sample
            {
                public void Run() => {|LLMA3003:TraceBlock.Start("router", "run")|};

                public void Run(int number)
                {
                    if (number > 0)
                        {|LLMA3003:TraceBlock.Start("router", "if")|};

                    switch (number)
                    {
                        case 1:
                            {|LLMA3003:TraceBlock.Start("router", "case")|};
                            break;
                    }
                }
            }
            """;
        return Verify.VerifyAsync(Source, Source);
    }
}
