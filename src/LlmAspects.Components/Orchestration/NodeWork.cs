namespace LlmAspects.Components.Orchestration;

/// <summary>One node that is to be asked, and where its calls are counted.</summary>
/// <param name="Node">The node.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Tally">What the calls come to.</param>
/// <param name="Loop">Who asks.</param>
internal sealed record NodeWork(WorkflowNode Node, ModelQuestion Question, CallTally Tally, AnswerLoop Loop);
